import asyncio


async def joiner(queue, name):
    await queue.join()
    print(name, "joined")


async def main():
    queue = asyncio.Queue()
    await joiner(queue, "early")
    queue.put_nowait(1)
    queue.put_nowait(2)
    tasks = [asyncio.create_task(joiner(queue, name)) for name in ("one", "two")]
    for _ in range(2):
        print(await queue.get(), queue)
        await asyncio.sleep(0)
        queue.task_done()
    await asyncio.gather(*tasks)
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
