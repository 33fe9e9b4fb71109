import asyncio
import functools


async def coro():
    pass


def gen():
    yield


class Like:
    def send(self, value): pass
    def throw(self, *args): pass
    def close(self): pass
    def __await__(self): pass


c = coro()
print(asyncio.iscoroutine(c), asyncio.iscoroutine(gen()), asyncio.iscoroutine(Like()), asyncio.iscoroutine(3), asyncio.iscoroutine(coro))
c.close()
print(asyncio.iscoroutinefunction(coro), asyncio.iscoroutinefunction(functools.partial(coro)), asyncio.iscoroutinefunction(gen))
print(asyncio.iscoroutinefunction(asyncio.sleep), asyncio.iscoroutinefunction(print))
