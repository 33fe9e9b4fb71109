# A million tasks that sleep at the same time: created, woken, finished. scripts/bench limits the whole process.
import asyncio

N = 1_000_000


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(2)) for _ in range(N)]
    for task in tasks:
        await task


asyncio.run(main())
