import asyncio
async def other():
    print("other")
async def main():
    task = asyncio.create_task(other())
    future = asyncio.get_running_loop().create_future()
    future.set_result(5)
    print(await future)
    print("before the other ran:", task.done())
    await task
asyncio.run(main())
