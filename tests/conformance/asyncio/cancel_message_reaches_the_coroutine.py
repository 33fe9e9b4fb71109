import asyncio
async def sleeper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("inside", error.args)
        raise
async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel("stop it")
    try:
        await task
    except asyncio.CancelledError as error:
        print("outside", error.args)
asyncio.run(main())
