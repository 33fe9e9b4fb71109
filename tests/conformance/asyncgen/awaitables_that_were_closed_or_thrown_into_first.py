async def gen():
    yield 1
    yield 2


def attempt(step):
    try:
        return step()
    except BaseException as error:
        return repr(error)


for make in "__anext__", "aclose":
    g = gen()
    awaitable = getattr(g, make)()
    print(make, attempt(awaitable.close), attempt(lambda: awaitable.send(None)))
    g = gen()
    awaitable = getattr(g, make)()
    print(make, attempt(lambda: awaitable.throw(KeyError("k"))), attempt(lambda: awaitable.send(None)))
    print(attempt(lambda: g.__anext__().send(None)))
g = gen()
awaitable = g.asend("to a fresh one")
print(attempt(lambda: awaitable.send(None)))
awaitable = gen().asend(None)
print(attempt(lambda: awaitable.send("value")))
awaitable = gen().aclose()
print(attempt(lambda: awaitable.send("value")))
awaitable = gen().athrow(KeyError)
print(attempt(lambda: awaitable.send("value")))
