# A timer among 100,000 that are set in no order: set, due, called.
import asyncio

from _timing import report

N = 100_000


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    left = N

    def callback():
        nonlocal left
        left -= 1
        if not left:
            done.set_result(None)

    now = loop.time()
    for i in range(N):
        loop.call_at(now + i * 7_919 % N * 1e-9, callback)
    await done


report(lambda: asyncio.run(main()), N, least=0, most=3)
