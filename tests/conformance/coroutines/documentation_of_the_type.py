import types

for name in "send", "throw", "close", "__await__", "__del__":
    print(name, type(getattr(types.CoroutineType, name)).__name__, getattr(types.CoroutineType, name).__doc__)
for name in "cr_frame", "cr_running", "cr_suspended", "cr_await", "cr_code", "cr_origin", "__name__", "__qualname__":
    print(name, type(types.CoroutineType.__dict__[name]).__name__, types.CoroutineType.__dict__[name].__doc__)
try:
    types.CoroutineType()
except TypeError as error:
    print(error)


async def work():
    pass


c = work()
for use in iter, next, list, len:
    try:
        use(c)
    except TypeError as error:
        print(error)
print(hasattr(c, "__iter__"), hasattr(c, "__next__"), type(c.__await__()).__name__)
c.close()
