import asyncio
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def main():
    async for x in numbers(3):
        print(x)
    else:
        print("else")
    async for x in numbers(5):
        if x == 1: continue
        if x == 3: break
        print("loop", x)
    try:
        async for x in [1, 2]: pass
    except TypeError as error:
        print(error)
    try:
        for x in numbers(1): pass
    except TypeError as error:
        print(error)
asyncio.run(main())
