async def body():
    try:
        yield 1
    except BaseException as error:
        print("  thrown in", repr(error))
        raise


async def swallows():
    try:
        yield 1
    except BaseException:
        yield 2


def tried(awaitable):
    try:
        awaitable.send(None)
    except BaseException as error:
        print(repr(error), repr(error.__cause__))


for kind in body, swallows:
    for error in StopIteration("stop"), StopAsyncIteration("astop"), GeneratorExit("exit"), KeyboardInterrupt():
        generator = kind()
        tried(generator.__anext__())
        tried(generator.athrow(error))
        tried(generator.__anext__())
        tried(generator.aclose())
