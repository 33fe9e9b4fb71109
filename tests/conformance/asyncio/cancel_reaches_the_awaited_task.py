import asyncio
async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise
async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer cancelled")
        raise
async def main():
    first = asyncio.create_task(inner())
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    second.cancel()
    print(await asyncio.gather(first, second, return_exceptions=True))
asyncio.run(main())
