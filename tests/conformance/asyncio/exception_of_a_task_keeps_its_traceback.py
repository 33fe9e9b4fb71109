import asyncio
import traceback
async def inner():
    await asyncio.sleep(0)
    raise ValueError("deep")
async def outer():
    await inner()
async def main():
    task = asyncio.create_task(outer())
    try:
        await task
    except ValueError as error:
        print([entry.name for entry in traceback.extract_tb(error.__traceback__)])
    try:
        task.result()
    except ValueError as error:
        print([entry.name for entry in traceback.extract_tb(error.__traceback__)])
asyncio.run(main())
