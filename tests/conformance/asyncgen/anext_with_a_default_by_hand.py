import types


class Items:
    def __init__(self, *items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


class NotAwaitable:
    def __anext__(self):
        return 5


@types.coroutine
def pause():
    return (yield "paused")


async def waits():
    await pause()
    yield "item"


def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as error:
        print(type(error).__name__, error)


tried(anext(Items("one"), "default").send, None)
tried(anext(Items(), "default").send, None)
tried(next, iter(anext(Items(), "default")))
tried(anext(Items(), "default").throw, ValueError("thrown"))
tried(anext(Items(), "default").throw, StopAsyncIteration)
tried(anext(Items(), "default").close)
tried(anext(NotAwaitable(), "default").send, None)
step = anext(waits(), "default")
tried(step.send, None)
tried(step.send, None)
step = anext(waits(), "default")
tried(step.send, None)
tried(step.throw, StopAsyncIteration("ends"))
for arguments in ((), (1, 2, 3), (5,), (5, "default")):
    tried(anext, *arguments)
tried(aiter, 5)
tried(aiter, NotAwaitable())
tried(lambda: aiter())
