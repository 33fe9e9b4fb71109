async def gen():
    while True:
        try:
            yield "waiting"
        except Exception as error:
            print(type(error).__name__, error.args, error.__traceback__ is not None)


def attempt(step):
    try:
        return step()
    except BaseException as error:
        return repr(error)


g = gen()
attempt(lambda: g.__anext__().send(None))
for arguments in (
    (ValueError,), (ValueError("a"),), (ValueError, "b"), (ValueError, ("c", "d")), (ValueError, None, None),
    (5,), (ValueError("e"), "separate"), (ValueError, "f", 5),
):
    print(attempt(lambda: g.athrow(*arguments).send(None)))
