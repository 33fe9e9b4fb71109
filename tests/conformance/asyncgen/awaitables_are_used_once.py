async def gen():
    while True:
        try:
            yield 1
        except KeyError:
            yield "caught"


def drive(awaitable):
    try:
        return awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    except (RuntimeError, StopAsyncIteration) as error:
        return repr(error)


g = gen()
for make in g.__anext__, lambda: g.asend(None), lambda: g.athrow(KeyError), g.aclose, lambda: g.athrow(KeyError), g.aclose, g.__anext__:
    awaitable = make()
    print(type(awaitable).__name__, drive(awaitable), drive(awaitable))
    try:
        awaitable.throw(ValueError("v"))
    except (RuntimeError, ValueError) as error:
        print("  ", repr(error))
    print("  ", awaitable.close())
