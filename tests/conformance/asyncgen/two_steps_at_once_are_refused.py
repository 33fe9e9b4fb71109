import types


@types.coroutine
def pause():
    yield "paused"


async def gen():
    await pause()
    yield 1


def attempt(step):
    try:
        return step()
    except BaseException as error:
        return repr(error)


g = gen()
first = g.__anext__()
print(first.send(None), g.ag_running, g.ag_await.__name__)
for make in g.__anext__, lambda: g.asend(None), lambda: g.athrow(KeyError), g.aclose:
    awaitable = make()
    print(attempt(lambda: awaitable.send(None)))
print(attempt(lambda: first.send(None)), g.ag_running)
