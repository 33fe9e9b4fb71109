import asyncio
async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("finally")
kept = gen()
async def main():
    async for x in kept:
        print(x)
        break
    print("main ends")
asyncio.run(main())
print("run ends")
