class InInit(OSError):
    def __init__(self, a, b):
        pass


class InBoth(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        pass


error = InInit(2, "x")
print(error.args, error.errno)
error = InBoth(2, "x", "file")
print(error.args, error.errno, error.filename)
error = BlockingIOError(11, "x", 5)
print(error.args, error.characters_written, error.filename)
try:
    OSError(11, "x").characters_written
except AttributeError as missing:
    print(missing)
for args in (2, "x", "f"), (2, "x", "f", None, "g"), (2, "x", None), (2, "x", "f", "g", "h", "i"):
    error = OSError(*args)
    print(repr(error), error, error.filename, error.filename2, error.__reduce__()[1:])
