import types


@types.coroutine
def pause(value):
    yield value


async def work():
    try:
        await pause(1)
    finally:
        await pause("in finally")


c = work()
print(c.send(None))
try:
    c.close()
except RuntimeError as error:
    print(error)
print(c.cr_await is not None, c.cr_suspended)
try:
    c.send(None)
except StopIteration as stop:
    print("ended", stop.value)
