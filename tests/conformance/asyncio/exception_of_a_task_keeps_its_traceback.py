import asyncio
def names(error):
    result = []
    entry = error.__traceback__
    while entry:
        result.append(entry.tb_frame.f_code.co_name)
        entry = entry.tb_next
    return result
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
        print(names(error))
    try:
        task.result()
    except ValueError as error:
        print(names(error))
asyncio.run(main())
