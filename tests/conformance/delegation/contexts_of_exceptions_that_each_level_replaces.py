import traceback


def chain(error):
    while error is not None:
        frames = ", ".join(f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
        print(f"  {error!r} cause={error.__cause__!r} suppressed={error.__suppress_context__} [{frames}]")
        error = error.__context__


def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as error:
        print("raised")
        chain(error)


def inner():
    try:
        yield "inner"
    except ValueError:
        raise KeyError("of inner")
    finally:
        print("  inner ends")


def outer():
    try:
        yield from inner()
    except KeyError as error:
        yield "outer goes on"
        raise RuntimeError("of outer") from error
    finally:
        print("  outer ends")


body = outer()
next(body)
tried(body.throw, ValueError("thrown"))
tried(next, body)


def handling():
    body = outer()
    next(body)
    try:
        raise OSError("handled meanwhile")
    except OSError:
        print(repr(body.throw(ValueError("thrown"))))
        next(body)


tried(handling)


def counts(level):
    try:
        if level:
            return (yield from counts(level - 1))
        yield "bottom"
    except ArithmeticError as error:
        raise ArithmeticError(f"{error}+{level}")


body = counts(3)
next(body)
tried(body.throw, ArithmeticError("0"))
