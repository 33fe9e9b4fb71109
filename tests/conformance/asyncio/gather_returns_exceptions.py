import asyncio
async def value(x):
    if x == 2:
        raise ValueError(x)
    if x == 3:
        raise asyncio.CancelledError("own")
    return x
async def main():
    results = await asyncio.gather(*map(value, range(5)), return_exceptions=True)
    print(results)
    print(await asyncio.gather(), await asyncio.gather(return_exceptions=True))
    coroutine = value(7)
    task = asyncio.create_task(coroutine)
    print(await asyncio.gather(task, task, value(8)))
asyncio.run(main())
