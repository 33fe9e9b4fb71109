# A task among 100,000 that sleep until deadlines in no order: made, set, woken, finished.
import asyncio

from _timing import report

N = 100_000


async def main():
    await asyncio.gather(*(asyncio.sleep((1 + i * 7_919 % N) * 1e-9) for i in range(N)))


report(lambda: asyncio.run(main()), N, least=0, most=3)
