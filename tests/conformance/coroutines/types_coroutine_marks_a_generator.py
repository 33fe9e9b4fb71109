import types, inspect
@types.coroutine
def g(x):
    got = yield x
    return got
print(inspect.isgeneratorfunction(g), inspect.iscoroutinefunction(g), inspect.isawaitable(g(1)))
print(type(g(1)).__name__, bool(g.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE))
async def f(): return await g(5)
c = f()
print(c.send(None))
try:
    c.send("sent")
except StopIteration as stop:
    print(stop.value)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)
