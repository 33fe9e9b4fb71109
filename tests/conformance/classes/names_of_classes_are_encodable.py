def attempt(make):
    try:
        print(make())
    except ValueError as error:
        print(type(error).__name__, error)


attempt(lambda: type("A\0B", (), {}))
attempt(lambda: type("A\udcdcB", (), {}))
attempt(lambda: type("A", (), {"__doc__": "x\udcdcy"}))


class C:
    pass


attempt(lambda: setattr(C, "__name__", "A\udcdcB"))
attempt(lambda: setattr(C, "__name__", "A\0B"))
C.__doc__ = "x\udcdcy"
print(C.__name__, ascii(C.__doc__))
