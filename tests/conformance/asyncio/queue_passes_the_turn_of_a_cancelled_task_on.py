import asyncio


async def getter(queue, name):
    print(name, "got", await queue.get())


async def putter(queue, item):
    await queue.put(item)
    print("put", item)


async def main():
    queue = asyncio.Queue(1)
    first, second = (asyncio.create_task(getter(queue, name)) for name in ("first", "second"))
    await asyncio.sleep(0)
    queue.put_nowait("x")
    first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), queue)

    queue.put_nowait("full")
    first, second = (asyncio.create_task(putter(queue, item)) for item in ("a", "b"))
    await asyncio.sleep(0)
    print(queue)
    print(queue.get_nowait())
    first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), queue)


asyncio.run(main())
