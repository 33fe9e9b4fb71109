# A future that another task completes: the wait for it, its result, and the switch there and back.
import asyncio

from _timing import report

N = 50_000


async def completer(futures):
    for future in futures:
        await asyncio.sleep(0)
        future.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(N)]
    partner = asyncio.create_task(completer(futures))
    for future in futures:
        await future
    await partner


report(lambda: asyncio.run(main()), N)
