import sys


async def body():
    yield 1


def tried(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


def first(generator):
    print("first", generator.ag_code.co_name)


def fails(generator):
    raise KeyError("no hook")


print(tuple(sys.get_asyncgen_hooks()), type(sys.get_asyncgen_hooks()).__name__)
tried(sys.set_asyncgen_hooks, 5)
tried(sys.set_asyncgen_hooks, first, 5)
# All or nothing.
print(tuple(sys.get_asyncgen_hooks()))
tried(sys.set_asyncgen_hooks, firstiter=first)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks().finalizer)
generators = [body() for _ in range(4)]
for make in (lambda g: g.__anext__(), lambda g: g.asend(None), lambda g: g.athrow(ValueError), lambda g: g.aclose()):
    step = make(generators.pop())
    step.close()
sys.set_asyncgen_hooks(firstiter=fails)
generator = body()
tried(generator.__anext__)
# It was called once, and is not again.
tried(generator.__anext__().send, None)
tried(sys.set_asyncgen_hooks, None, None)
print(tuple(sys.get_asyncgen_hooks()))
