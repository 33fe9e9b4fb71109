import asyncio
import functools
import inspect
import types


async def coroutine():
    pass


def generator():
    yield


async def agen():
    yield


@types.coroutine
def marked():
    yield


class Kind:
    async def method(self):
        pass

    def generates(self):
        yield

    async def agenerates(self):
        yield

    @staticmethod
    async def static():
        pass

    @classmethod
    async def of_class(cls):
        pass

    async def __call__(self):
        pass


subjects = {
    "coroutine": coroutine, "generator": generator, "agen": agen, "marked": marked, "method": Kind.method, "bound": Kind().method,
    "static": Kind.static, "of_class": Kind.of_class, "generates": Kind().generates, "agenerates": Kind().agenerates,
    "instance": Kind(), "class": Kind, "partial": functools.partial(coroutine), "partial twice": functools.partial(functools.partial(generator)),
    "partial agen": functools.partial(agen), "wrapped": functools.wraps(coroutine)(lambda: 0), "lambda": lambda: (yield), "len": len, "number": 5,
}
tests = [inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction, asyncio.iscoroutinefunction]
for name, subject in subjects.items():
    print(name, [int(test(subject)) for test in tests])
print([hex(function.__code__.co_flags & 0x3A0) for function in (coroutine, generator, agen, marked)])
