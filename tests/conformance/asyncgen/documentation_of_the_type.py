import types

for name in "__aiter__", "__anext__", "asend", "athrow", "aclose", "__del__":
    print(name, type(getattr(types.AsyncGeneratorType, name)).__name__, getattr(types.AsyncGeneratorType, name).__doc__)
for name in "ag_frame", "ag_running", "ag_await", "ag_code", "__name__", "__qualname__":
    print(name, type(types.AsyncGeneratorType.__dict__[name]).__name__, types.AsyncGeneratorType.__dict__[name].__doc__)


async def gen():
    yield


g = gen()
print(hasattr(g, "ag_suspended"), types.AsyncGeneratorType[int, str])
for use in iter, next, list, len:
    try:
        use(g)
    except TypeError as error:
        print(error)


async def wait():
    await g


try:
    wait().send(None)
except TypeError as error:
    print(error)
