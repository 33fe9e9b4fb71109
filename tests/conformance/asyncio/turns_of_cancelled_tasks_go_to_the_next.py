import asyncio


async def hold(name, lock):
    async with lock:
        print(name, "has it")


async def lock_and_semaphore():
    for primitive in asyncio.Lock(), asyncio.Semaphore():
        await primitive.acquire()
        first, second, third = [asyncio.create_task(hold(name, primitive)) for name in ("first", "second", "third")]
        await asyncio.sleep(0)
        first.cancel()
        primitive.release()
        second.cancel()
        await asyncio.wait([first, second, third])
        print([task.cancelled() for task in (first, second, third)], primitive.locked())


async def queue():
    things = asyncio.Queue(1)
    first, second = [asyncio.create_task(things.get()) for _ in range(2)]
    await asyncio.sleep(0)
    things.put_nowait("thing")
    first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), second.result(), things)
    things.put_nowait(0)
    putters = [asyncio.create_task(things.put(number)) for number in (1, 2)]
    await asyncio.sleep(0)
    print(things.get_nowait(), things.full())
    putters[0].cancel()
    await asyncio.wait(putters)
    print(putters[0].cancelled(), putters[1].cancelled(), things)


asyncio.run(lock_and_semaphore())
asyncio.run(queue())
