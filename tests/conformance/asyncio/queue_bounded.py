import asyncio
async def producer(queue):
    for n in range(5):
        await queue.put(n)
        print("put", n, queue.qsize(), queue.full())
async def consumer(queue):
    while True:
        item = await queue.get()
        print("got", item)
        queue.task_done()
async def main():
    queue = asyncio.Queue(2)
    worker = asyncio.create_task(consumer(queue))
    await producer(queue)
    await queue.join()
    print(queue.empty(), queue.maxsize)
    worker.cancel()
    for action in (queue.get_nowait, queue.task_done):
        try:
            action()
        except (asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(type(error).__name__, error, queue)
asyncio.run(main())
