import asyncio
import types
@types.coroutine
def turns(n):
    for _ in range(n):
        yield
    return n
async def main():
    print(await turns(3))
    print(await asyncio.create_task(turns(2)))
    print(await asyncio.gather(turns(1), turns(0)))
    print(asyncio.iscoroutine(turns(1)), asyncio.iscoroutinefunction(turns), asyncio.iscoroutinefunction(main))
asyncio.run(main())
