import types


@types.coroutine
def pause():
    return (yield "paused")


async def gen():
    print("sent", await pause())
    yield 1


class Plain:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def use(thing, *default):
    return await anext(thing, *default)


def attempt(step):
    try:
        return step()
    except BaseException as error:
        return repr(error)


g = gen()
c = use(g, "default")
print(c.send(None), attempt(lambda: c.send("value")))
print(attempt(lambda: use(g, "default").send(None)))
print(attempt(lambda: use(g).send(None)))
print(attempt(lambda: use(g, None).send(None)))
print(attempt(lambda: use(5).send(None)), attempt(lambda: use([], 1).send(None)))
print(attempt(lambda: use(Plain(), 1).send(None)), attempt(lambda: use(Plain()).send(None)))
g = gen()
c = use(g, "default")
c.send(None)
print(attempt(lambda: c.throw(StopAsyncIteration)))
awaitable = anext(gen(), 3)
print(type(awaitable).__name__, awaitable.__await__() is awaitable, iter(awaitable) is awaitable)
print(attempt(lambda: awaitable.throw(KeyError("k"))), awaitable.close())
print(attempt(lambda: aiter(5)), attempt(lambda: anext()), attempt(lambda: anext(1, 2, 3)), attempt(lambda: aiter()))
