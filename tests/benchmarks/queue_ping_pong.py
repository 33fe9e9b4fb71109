# An item that goes to another task through one queue and comes back through a second: two puts, two gets, two switches.
import asyncio

from _timing import report

N = 20_000


async def pong(there, back):
    for _ in range(N):
        await back.put(await there.get())


async def main():
    there, back = asyncio.Queue(1), asyncio.Queue(1)
    partner = asyncio.create_task(pong(there, back))
    for i in range(N):
        await there.put(i)
        await back.get()
    await partner


report(lambda: asyncio.run(main()), N)
