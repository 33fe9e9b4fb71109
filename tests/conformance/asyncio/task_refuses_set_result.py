import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0))
    for method, value in (('set_result', 1), ('set_exception', ValueError())):
        try:
            getattr(task, method)(value)
        except RuntimeError as error:
            print(error)
    await task


asyncio.run(main())
