import asyncio


async def work(name):
    print("work", name)
    await asyncio.sleep(0)
    return [name]


async def main():
    coroutine = work("coroutine")
    task = asyncio.create_task(work("task"))
    done = asyncio.get_running_loop().create_future()
    done.set_result(["done"])
    results = await asyncio.gather(coroutine, task, coroutine, done, task, done)
    print(results)
    print(results[0] is results[2], results[1] is results[4], results[3] is results[5])
    print(await asyncio.gather(task, task))


asyncio.run(main())
