import asyncio
async def background():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("background cancelled")
        raise
    finally:
        await asyncio.sleep(0)
        print("background cleaned up")
async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    print("main ends")
    return "result"
print(asyncio.run(main()))
