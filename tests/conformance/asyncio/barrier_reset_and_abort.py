import asyncio


async def wait(name, barrier):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, type(error).__name__, error)


def show(barrier):
    print(repr(barrier).split("[")[1], barrier.n_waiting, barrier.broken)


async def main():
    barrier = asyncio.Barrier(3)
    group = [asyncio.create_task(wait(name, barrier)) for name in "ab"]
    await asyncio.sleep(0)
    show(barrier)
    await barrier.reset()
    late = asyncio.create_task(wait("late", barrier))
    show(barrier)
    await asyncio.gather(*group)
    show(barrier)
    await asyncio.gather(late, wait("c", barrier), wait("d", barrier))
    await asyncio.gather(*(wait(number, barrier) for number in range(6)))
    waiting = asyncio.create_task(wait("e", barrier))
    await asyncio.sleep(0)
    await barrier.abort()
    show(barrier)
    await waiting
    await wait("f", barrier)
    await barrier.reset()
    await asyncio.gather(*(wait(name, barrier) for name in "ghi"))
    show(barrier)


asyncio.run(main())
