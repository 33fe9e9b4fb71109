# A task that is created, runs to its end without suspending, and is awaited.
import asyncio

from _timing import report

N = 50_000


async def worker(i):
    return i


async def main():
    for i in range(N):
        await asyncio.create_task(worker(i))


report(lambda: asyncio.run(main()), N)
