import asyncio
async def low():
    await asyncio.sleep(0)
    raise ValueError("low")
async def middle():
    await asyncio.create_task(low())
async def main():
    t = asyncio.create_task(middle())
    try:
        await t
    except ValueError as error:
        print(error, t.exception() is error)
    await asyncio.create_task(middle())
asyncio.run(main())
# stderr: ignored
