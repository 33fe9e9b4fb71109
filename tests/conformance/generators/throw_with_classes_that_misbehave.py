def body():
    try:
        yield
    except BaseException as error:
        print("  thrown in", repr(error), repr(error.__context__))
        raise


class FailsToBegin(Exception):
    def __init__(self):
        raise TypeError("no instance of it")


class MakesOthers(Exception):
    def __new__(cls, *args):
        return 42


class Meta(type):
    def __call__(cls, *args):
        print("  made with", args)
        return super().__call__(*args)


class Made(Exception, metaclass=Meta):
    pass


def tried(*args):
    generator = body()
    next(generator)
    try:
        generator.throw(*args)
    except BaseException as error:
        print(type(error).__name__, error)
    generator.close()


tried(FailsToBegin)
tried(MakesOthers)
tried(Made)
tried(Made, None)
tried(Made, "message")
tried(Made, ("several", "arguments"))
tried(Made("given"))
tried(Exception, Made("a subclass"))
tried(Made, ValueError("no subclass"))
tried(OSError, (2, "gone"))
tried(ValueError, "message", None)
tried(ValueError, "message", "no traceback")
tried(ValueError("instance"), "value")
tried("text")
tried(int)
tried()
tried(1, 2, 3, 4)
