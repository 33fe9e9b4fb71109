for source in ("isinstance(1, 2)", "issubclass(1, int)", "issubclass(int, 2)", "isinstance(1, (str, (float, int)))",
               "isinstance(True, int)", "issubclass(bool, (str, int))", "isinstance(1, int | str)"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, "->", error)
