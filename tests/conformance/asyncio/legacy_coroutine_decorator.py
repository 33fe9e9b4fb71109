# expectation: 3.11 has no asyncio.coroutine; we keep it as 3.10 had it (docs/differences.md).
# stderr: ignored
import asyncio
@asyncio.coroutine
def old(x):
    yield from asyncio.sleep(0)
    got = yield from plain(x)
    return got * 2
@asyncio.coroutine
def plain(x):
    return x
async def new():
    return await old(4)
print(asyncio.iscoroutinefunction(old), asyncio.iscoroutine(old(1)))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(old(3)), loop.run_until_complete(new()))
loop.close()
