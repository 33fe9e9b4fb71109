print(max(3, 1, 2), min([3, 1, 2]), max("abc", "b", key=len), min([], default=5), max({1: 2, 3: 0}), max([1, 1.0]), min([1.0, 1]))
for source in ("max([])", "max()", "max(1)", "max(1, 2, default=3)", "min([1, 'a'])", "max(None)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
