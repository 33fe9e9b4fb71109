import asyncio


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("finally begins")
        await asyncio.sleep(0)
        print("finally ends")


async def main():
    async for item in gen():
        print(item)
        break
    print("after the loop")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
