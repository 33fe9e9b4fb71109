import asyncio
async def after(delay, value):
    await asyncio.sleep(delay)
    if value == "bad": raise ValueError(value)
    return value
async def main():
    tasks = [asyncio.create_task(after(d, v)) for d, v in ((0, "a"), (0.05, "bad"), (5, "c"))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), tasks[0] in done)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), repr(tasks[1].exception()))
    done, pending = await asyncio.wait(tasks, timeout=0.05)
    print(len(done), len(pending))
    tasks[2].cancel()
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)
asyncio.run(main())
