# A switch by `await asyncio.sleep(0)`: out to the event loop and back.
import asyncio

from _timing import report

N = 50_000


async def main():
    for _ in range(N):
        await asyncio.sleep(0)


report(lambda: asyncio.run(main()), N)
