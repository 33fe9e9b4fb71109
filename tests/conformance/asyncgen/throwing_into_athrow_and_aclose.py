import types


@types.coroutine
def pause(value):
    try:
        return (yield value)
    except BaseException as error:
        print("  the pause got", repr(error))
        raise


async def body():
    try:
        yield 1
        yield 2
    finally:
        await pause("in finally")
        print("  ended")


def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as error:
        print(repr(error), repr(error.__context__))


def begun():
    generator = body()
    try:
        generator.__anext__().send(None)
    except StopIteration as stop:
        assert stop.value == 1
    return generator


for end in (lambda: generator.aclose(), lambda: generator.athrow(ValueError("thrown"))):
    generator = begun()
    awaitable = end()
    tried(awaitable.send, None)
    tried(awaitable.throw, OSError("into it"))
    print(generator.ag_running, generator.ag_frame)
    tried(awaitable.send, None)
    tried(awaitable.throw, OSError("too late"))
    tried(generator.__anext__().send, None)
    tried(generator.aclose().send, None)

    generator = body()
    awaitable = end()
    tried(awaitable.throw, OSError("before the start"))
    tried(generator.__anext__().send, None)

    generator = begun()
    awaitable = end()
    tried(awaitable.send, None)
    tried(awaitable.send, None)
    print(generator.ag_running)
    tried(awaitable.send, None)
