import asyncio
import inspect
import types
from collections import abc


async def coroutine():
    pass


def generator():
    yield


async def agen():
    yield


@types.coroutine
def marked():
    yield


class Awaitable:
    def __await__(self):
        yield


class DuckCoroutine(Awaitable):
    def send(self, value):
        pass

    def throw(self, *args):
        pass

    def close(self):
        pass


class DuckGenerator:
    def __iter__(self):
        return self

    def __next__(self):
        pass

    send = throw = close = lambda self, *args: None


class DuckAsyncGenerator:
    def __aiter__(self):
        return self

    async def __anext__(self):
        pass

    asend = athrow = aclose = lambda self, *args: None


loop = asyncio.new_event_loop()
pending = coroutine()
subjects = [
    pending, pending.__await__(), generator(), marked(), agen(), agen().__anext__(), agen().asend(None), agen().aclose(), (i for i in ()),
    (i async for i in agen()), loop.create_future(), Awaitable(), DuckCoroutine(), DuckGenerator(), DuckAsyncGenerator(), 5,
]
tests = [inspect.iscoroutine, inspect.isgenerator, inspect.isasyncgen, inspect.isawaitable, asyncio.iscoroutine, asyncio.isfuture]
kinds = [abc.Awaitable, abc.Coroutine, abc.Iterable, abc.Iterator, abc.Generator, abc.AsyncIterable, abc.AsyncIterator, abc.AsyncGenerator]
for subject in subjects:
    print(type(subject).__name__, [int(test(subject)) for test in tests], [kind.__name__ for kind in kinds if isinstance(subject, kind)])
pending.close()
loop.close()
