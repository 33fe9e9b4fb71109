import types
@types.coroutine
def pause():
    try:
        yield "paused"
    finally:
        print("pause ends")
async def inner():
    try:
        await pause()
    except ValueError as error:
        print("caught", error)
        return "handled"
async def outer():
    return await inner()
c = outer()
c.send(None)
try:
    c.throw(ValueError("v"))
except StopIteration as stop:
    print(stop.value)
c = outer()
c.send(None)
print(c.close())
c = outer()
try:
    c.throw(KeyError("before start"))
except KeyError as error:
    print(error)
