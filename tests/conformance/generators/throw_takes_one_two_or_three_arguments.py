import sys


def gen():
    while True:
        try:
            yield
        except Exception as error:
            print(type(error).__name__, error.args, error.__traceback__ is not None)


def traceback():
    try:
        1 / 0
    except ZeroDivisionError:
        return sys.exc_info()[2]


g = gen()
next(g)
g.throw(ValueError)
g.throw(ValueError("made"))
g.throw(ValueError, "one")
g.throw(ValueError, ("one", "two"))
g.throw(ValueError, None)
g.throw(ValueError, ValueError("instance of it"))
g.throw(Exception, ValueError("instance of a subclass"))
g.throw(KeyError, ValueError("instance of another"))
g.throw(ValueError, "with traceback", traceback())
g.throw(ValueError("made"), None, traceback())
g.throw(ValueError, None, None)
