import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue)
    getter.cancel()
    print(queue)
    await asyncio.sleep(0)
    print(queue)

    getters = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    queue.put_nowait("item")
    print(queue)
    await asyncio.sleep(0)
    print(queue)
    for each in getters:
        each.cancel()


asyncio.run(main())
