import asyncio
async def never():
    print("never")
async def main():
    task = asyncio.create_task(never())
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled(), task.cancel())
asyncio.run(main())
