# A task of a gather over 1,000 of them, each suspending once.
import asyncio

from _timing import report

N = 1_000
TIMES = 50


async def worker(i):
    await asyncio.sleep(0)
    return i


async def main():
    for _ in range(TIMES):
        await asyncio.gather(*(worker(i) for i in range(N)))


report(lambda: asyncio.run(main()), N * TIMES)
