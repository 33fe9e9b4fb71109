def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as error:
        print(repr(error), repr(error.__context__))


def returns():
    try:
        yield 1
    finally:
        return "returned"


def yields():
    try:
        yield 1
    finally:
        yield "in finally"


def raises():
    try:
        yield 1
    finally:
        raise LookupError("in finally")


def delegate(body):
    try:
        result = yield from body()
    except LookupError as error:
        print("  caught", repr(error), repr(error.__context__))
        raise
    print("  result", result)
    yield "goes on"


for body in returns, yields, raises:
    print(body.__name__)
    for end in (lambda: outer.close(), lambda: outer.throw(ValueError("thrown")), lambda: outer.throw(GeneratorExit("exit")),
                lambda: outer.throw(StopIteration("stop"))):
        outer = delegate(body)
        next(outer)
        tried(end)
        tried(next, outer)
        try:
            outer.close()
        except RuntimeError as error:
            print("  ", error)
