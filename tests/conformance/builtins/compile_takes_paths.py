import os
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print("   ", category.__name__, message)


class Path:
    def __fspath__(self):
        return "by path"


for name in "text", b"bytes", Path(), bytearray(b"array"), memoryview(b"view"), 3, None:
    try:
        print(compile("1", name, "eval").co_filename)
    except TypeError as error:
        print(error)
