import asyncio
async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error
async def succeed():
    await asyncio.sleep(0.1)
    print("succeeded all the same")
    return 1
async def main():
    task = asyncio.create_task(succeed())
    try:
        await asyncio.gather(fail(0.05, KeyError("later")), fail(0, ValueError("first")), task)
    except ValueError as error:
        print(repr(error), task.done())
    print(await task)
    await asyncio.sleep(0.05)
asyncio.run(main())
