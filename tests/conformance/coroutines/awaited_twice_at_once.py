import types


@types.coroutine
def pause():
    yield


async def shared():
    await pause()


async def waiter(c):
    await c


c = shared()
first, second = waiter(c), waiter(c)
first.send(None)
try:
    second.send(None)
except RuntimeError as error:
    print(error)
try:
    c.send(None)
except StopIteration:
    print("stepped past its waiter")
try:
    first.send(None)
except (RuntimeError, StopIteration) as error:
    print(type(error).__name__, error)
