for value in (1, "text", None, [], 1.5, ()):
    try:
        value()
    except TypeError as error:
        print(error)
