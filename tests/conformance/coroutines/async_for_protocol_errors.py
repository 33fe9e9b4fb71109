class NoNext:
    def __aiter__(self):
        return self


class AsyncIter:
    async def __aiter__(self):
        return self


class PlainNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class FailingNext(PlainNext):
    def __anext__(self):
        raise KeyError("k")


class BadAwait:
    def __await__(self):
        return 5


class BadAwaitable(PlainNext):
    def __anext__(self):
        return BadAwait()


async def use(iterable):
    async for item in iterable:
        print(item)


for iterable in 5, [1], NoNext(), PlainNext(), FailingNext(), BadAwaitable():
    c = use(iterable)
    try:
        c.send(None)
    except BaseException as error:
        print(type(error).__name__, error, "cause", repr(error.__cause__))
