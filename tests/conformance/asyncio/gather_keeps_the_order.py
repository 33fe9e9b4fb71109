import asyncio
async def after(delay, value):
    await asyncio.sleep(delay)
    print("done", value)
    return value
async def fails(text):
    await asyncio.sleep(0)
    raise ValueError(text)
async def main():
    print(await asyncio.gather(after(0.15, "a"), after(0.05, "b"), after(0, "c")))
    print(await asyncio.gather(after(0, 1), fails("x"), return_exceptions=True))
    try:
        await asyncio.gather(fails("first"), fails("second"))
    except ValueError as error:
        print(error)
    print(await asyncio.gather())
asyncio.run(main())
