import asyncio
async def fail(error, delay):
    await asyncio.sleep(delay)
    raise error
async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("job cancelled")
        raise
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job())
            group.create_task(fail(ValueError("one"), 0))
            group.create_task(fail(KeyError("two"), 0))
            await asyncio.sleep(10)
    except* ValueError as errors:
        print(repr(errors))
    except* KeyError as errors:
        print(repr(errors))
    print(asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job())
            await asyncio.sleep(0)
            raise OSError("body")
    except* OSError as errors:
        print(errors, errors.exceptions)
asyncio.run(main())
