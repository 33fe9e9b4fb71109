print(list(zip([1, 2], "abc")), list(zip()), list(zip([1])), list(zip([1, 2], [3, 4], strict=True)))
for source in ("zip([1], [1, 2], strict=True)", "zip([1, 2], [1], strict=True)", "zip([1, 2], [1, 2], [1], strict=True)",
               "zip([1, 2], [1, 2], [1, 2, 3], strict=True)", "zip(1)"):
    try:
        print(list(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
