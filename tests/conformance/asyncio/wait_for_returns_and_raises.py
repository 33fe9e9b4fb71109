import asyncio
async def value():
    await asyncio.sleep(0)
    return 5
async def fail():
    raise KeyError("k")
async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise
async def saves_itself():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "saved"
async def main():
    print(await asyncio.wait_for(value(), None), await asyncio.wait_for(value(), 1))
    for awaitable, timeout in ((fail(), 1), (slow(), 0.05), (slow(), 0), (saves_itself(), 0.05)):
        try:
            print(await asyncio.wait_for(awaitable, timeout))
        except Exception as error:
            print(type(error).__name__, error, isinstance(error, TimeoutError), repr(error.__cause__))
asyncio.run(main())
