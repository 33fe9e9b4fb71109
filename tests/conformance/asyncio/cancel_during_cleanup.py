import asyncio
async def cleaner():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup starts")
        try:
            await asyncio.sleep(10)
        finally:
            print("cleanup was cancelled too")
async def main():
    task = asyncio.create_task(cleaner())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())
asyncio.run(main())
