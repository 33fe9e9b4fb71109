import types
@types.coroutine
def switch(value):
    got = yield value
    return got
async def inner(n):
    return await switch(n) * 2
async def outer():
    a = await inner(1)
    b = await inner(2)
    return a, b
c = outer()
print(c.send(None), c.send(10), end=" ")
try:
    c.send(20)
except StopIteration as stop:
    print(stop.value)
