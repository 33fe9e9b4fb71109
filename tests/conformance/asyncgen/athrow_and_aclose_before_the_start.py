async def gen():
    print("never printed")
    yield


def attempt(step):
    try:
        return step()
    except BaseException as error:
        return repr(error)


g = gen()
print(attempt(lambda: g.athrow(KeyError("k")).send(None)), attempt(lambda: g.__anext__().send(None)))
g = gen()
print(attempt(lambda: g.aclose().send(None)), attempt(lambda: g.__anext__().send(None)))
print(attempt(lambda: g.aclose().send(None)), attempt(lambda: g.athrow(KeyError("k")).send(None)))
