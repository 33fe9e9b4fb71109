import os

for name in ("/", "os/path", "a\0b", "..", os.path.dirname(os.__file__) + "/os"):
    try:
        __import__(name)
    except (ModuleNotFoundError, ValueError) as error:
        print(type(error).__name__, repr(error.name) if name[0] != os.sep or name == os.sep else "…")
