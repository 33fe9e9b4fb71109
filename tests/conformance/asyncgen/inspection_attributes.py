import inspect
async def gen():
    yield 1
g = gen()
print(g.ag_running, g.ag_await, g.ag_frame is not None, g.ag_code.co_name, g.__name__, g.__qualname__)
print(type(g).__name__, inspect.isasyncgen(g), inspect.isasyncgenfunction(gen), hasattr(g, "__aiter__"), g.__aiter__() is g)
print(type(g.__anext__()).__name__, repr(g).startswith("<async_generator object gen at 0x"))
a = g.asend(None)
try:
    a.send(None)
except StopIteration as stop:
    print("yielded", stop.value)
try:
    a.send(None)
except RuntimeError as error:
    print(error)
