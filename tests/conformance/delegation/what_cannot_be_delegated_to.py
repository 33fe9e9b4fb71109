import types


def delegate(what):
    return (yield from what)


class IterGivesNothing:
    def __iter__(self):
        return 5


class IterIsNone:
    __iter__ = None


class ByItem:
    def __getitem__(self, index):
        return "ab"[index]


async def coroutine():
    return "of the coroutine"


@types.coroutine
def marked():
    return (yield from coroutine())


@types.coroutine
def marked_generator():
    yield "of the marked generator"


async def async_generator():
    yield


def tried(what):
    try:
        print(next(delegate(what)))
    except BaseException as error:
        print(repr(error))


for what in (5, None, IterGivesNothing(), IterIsNone(), ByItem(), lambda: 0, async_generator(), marked_generator(), "", {}, {"key": 1}):
    tried(what)
never = coroutine()
tried(never)
never.close()
tried(marked())
