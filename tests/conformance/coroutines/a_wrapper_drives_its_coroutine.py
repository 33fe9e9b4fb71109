import types


@types.coroutine
def pause(value):
    return (yield value)


async def work():
    try:
        print("sent", await pause(1))
        await pause(2)
    except KeyError as error:
        print("thrown", repr(error))
    await pause(3)
    return "result"


w = work().__await__()
print(type(w).__name__, iter(w) is w, next(w), w.send("x"), w.throw(KeyError("k")))
try:
    w.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    w.send(None)
except RuntimeError as error:
    print(error)
w = work().__await__()
w.close()
try:
    next(w)
except RuntimeError as error:
    print(error)
