import traceback


def level(depth):
    try:
        if depth:
            yield from level(depth - 1)
        else:
            yield
    except ValueError as error:
        assert error is thrown
        raise
    finally:
        print("leaves", depth)


thrown = ValueError("the one")
for attempt in range(2):
    body = level(2)
    next(body)
    try:
        body.throw(thrown)
    except ValueError as error:
        print(error is thrown, error.__context__, [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)])
