class NoExit:
    async def __aenter__(self):
        return self


class NoEnter:
    async def __aexit__(self, *details):
        return self


class Plain:
    def __aenter__(self):
        return 5

    def __aexit__(self, *details):
        return 6


class PlainExit:
    async def __aenter__(self):
        return self

    def __aexit__(self, *details):
        return 6


async def use(manager):
    async with manager:
        print("body")


async def use_failing(manager):
    async with manager:
        raise KeyError("in the body")


for body in use, use_failing:
    for manager in NoExit(), NoEnter(), Plain(), PlainExit():
        c = body(manager)
        try:
            c.send(None)
        except BaseException as error:
            print(type(error).__name__, error, "in", repr(error.__context__))
