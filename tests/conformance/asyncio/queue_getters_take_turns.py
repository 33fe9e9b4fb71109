import asyncio
async def getter(name, queue):
    print(name, await queue.get())
async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    for item in range(2):
        queue.put_nowait(item)
    await asyncio.wait(tasks)
    print(tasks[0].cancelled(), queue.qsize())
asyncio.run(main())
