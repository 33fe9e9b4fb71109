import asyncio
import collections.abc
import inspect
import types


async def coroutine_function():
    pass


async def async_generator_function():
    yield


def generator_function():
    yield


@types.coroutine
def marked():
    yield


class Awaitable:
    def __await__(self):
        yield


objects = [coroutine_function(), async_generator_function(), generator_function(), marked(), Awaitable(), 5]
for check in (
    inspect.iscoroutine, inspect.isasyncgen, inspect.isgenerator, inspect.isawaitable, asyncio.iscoroutine,
):
    print(f"{check.__name__:20}", [check(thing) for thing in objects])
functions = [coroutine_function, async_generator_function, generator_function, marked, Awaitable]
for check in (
    inspect.iscoroutinefunction, inspect.isasyncgenfunction, inspect.isgeneratorfunction, asyncio.iscoroutinefunction,
):
    print(f"{check.__name__:20}", [check(thing) for thing in functions])
for name in "Awaitable", "Coroutine", "Generator", "Iterator", "AsyncIterable", "AsyncIterator", "AsyncGenerator":
    print(f"{name:20}", [isinstance(thing, getattr(collections.abc, name)) for thing in objects])
objects[0].close()
