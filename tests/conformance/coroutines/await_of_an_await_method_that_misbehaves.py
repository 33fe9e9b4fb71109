class Awaitable:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result


async def nothing():
    pass


async def use(value):
    return await value


coroutine = nothing()
for value in Awaitable(5), Awaitable(coroutine), Awaitable([1]), Awaitable(KeyError("k")), Awaitable(iter([])), Awaitable(None):
    c = use(value)
    try:
        c.send(None)
    except BaseException as error:
        print(type(error).__name__, error)
coroutine.close()
