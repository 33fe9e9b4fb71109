# A callback by call_soon, a hundred of them in an iteration of the loop.
import asyncio

from _timing import report

TIMES = 1_000
N = 100


def callback():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for _ in range(TIMES):
        for _ in range(N):
            loop.call_soon(callback)
        await asyncio.sleep(0)


report(lambda: asyncio.run(main()), N * TIMES)
