# A task of a gather over 100,000 of them, each suspending once.
import asyncio

from _timing import report

N = 100_000


async def worker(i):
    await asyncio.sleep(0)
    return i


async def main():
    return sum(await asyncio.gather(*(worker(i) for i in range(N))))


report(lambda: asyncio.run(main()), N, least=0, most=3)
