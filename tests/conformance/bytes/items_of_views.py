class Index:
    def __index__(self):
        return 7


view = memoryview(bytearray(16))
for format in "bBhHiIlLqQnNPfd?c@B":
    if format == "@":
        continue
    m = view.cast(format)
    for value in (1, -1, 2 ** 8, 2 ** 63, 2 ** 64, 1.5, b"x", b"xy", None, "x", Index()):
        try:
            m[0] = value
            print(format, repr(value) if type(value) is not Index else "index", m[0])
        except (TypeError, ValueError) as error:
            print(format, type(value).__name__, type(error).__name__, error)
print(view.cast("@H").format, view.cast("@H") == view.cast("H"))
