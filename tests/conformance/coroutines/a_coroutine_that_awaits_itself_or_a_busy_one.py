import types


@types.coroutine
def pause(value):
    return (yield value)


async def waits():
    return await pause("paused")


async def itself():
    await subject


async def busy():
    inner = waits()
    iterator = inner.__await__()
    print(type(iterator).__name__, next(iterator))
    try:
        await inner
    except RuntimeError as error:
        print(error)
    try:
        iterator.send("done")
    except StopIteration as stop:
        print(stop.value)
    for again in (inner, iterator):
        try:
            await again
        except (RuntimeError, TypeError) as error:
            print(error)


def tried(coroutine):
    try:
        coroutine.send(None)
    except BaseException as error:
        print(repr(error))


subject = itself()
tried(subject)
tried(busy())
