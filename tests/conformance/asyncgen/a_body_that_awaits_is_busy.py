import types


@types.coroutine
def pause(value):
    return (yield value)


async def body():
    try:
        await pause("before")
        yield 1
    finally:
        await pause("in finally")


def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as error:
        print(repr(error))


generator = body()
step = generator.__anext__()
print(step.send(None), generator.ag_running, type(generator.ag_await).__name__)
for other in (generator.__anext__(), generator.asend(1), generator.athrow(ValueError), generator.aclose()):
    tried(other.send, None)
tried(step.send, "answer")
print(generator.ag_running, generator.ag_await)
closing = generator.aclose()
print(closing.send(None), generator.ag_running)
tried(generator.__anext__().send, None)
tried(closing.send, None)
tried(generator.__anext__().send, None)

generator = body()
step = generator.__anext__()
step.send(None)
tried(step.throw, ValueError("into the wait"))
print(generator.ag_running)
tried(step.send, None)
