from array import array

for code in "bBhHiIlLqQ":
    for value in (-2 ** 70, -2 ** 33, -200, -1, 300, 70000, 2 ** 33, 2 ** 63, 2 ** 70, 1.5, "a"):
        try:
            print(array(code, [value]))
        except (OverflowError, TypeError) as error:
            print(code, value, type(error).__name__, error)
for code, value in (("f", "x"), ("d", None), ("u", "ab"), ("u", 1), ("f", 1e300)):
    try:
        print(array(code, [value]))
    except TypeError as error:
        print(code, value, error)
