import sys


async def gen():
    yield 1
    yield 2


def first(generator):
    print("first", generator.__name__)


def final(generator):
    print("final", generator.__name__)


def step(awaitable):
    try:
        awaitable.send(None)
    except (StopIteration, StopAsyncIteration) as stop:
        return getattr(stop, "value", "end")


print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(first, final)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks().finalizer is final)
g = gen()
print("made")
awaitable = g.__anext__()
print("asked")
print(step(awaitable), step(g.__anext__()), step(g.__anext__()), step(g.__anext__()))
sys.set_asyncgen_hooks(None)
print(sys.get_asyncgen_hooks().firstiter, sys.get_asyncgen_hooks().finalizer is final)
for wrong in {"firstiter": 5}, {"finalizer": 5}:
    try:
        sys.set_asyncgen_hooks(**wrong)
    except TypeError as error:
        print(error)
sys.set_asyncgen_hooks(finalizer=None)
