import inspect, types
@types.coroutine
def pause(): yield
async def inner(): await pause()
async def outer(): await inner()
c = outer()
print(c.cr_running, c.cr_await, c.cr_frame is not None, c.cr_code.co_name, c.cr_origin, c.cr_suspended)
print(inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.iscoroutinefunction(outer))
c.send(None)
print(c.cr_await.__name__, c.cr_await.cr_await.__name__, c.cr_suspended, inspect.getcoroutinestate(c))
c.close()
print(c.cr_frame, c.cr_await, inspect.getcoroutinestate(c))
print(type(c).__name__, repr(c).startswith("<coroutine object outer at 0x"), type(c.__await__).__name__)
print(isinstance(c, types.CoroutineType), isinstance(pause(), types.GeneratorType), inspect.isawaitable(pause()))
