import asyncio
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def double(x):
    return 2 * x
async def main():
    print([x async for x in numbers(4) if x != 2])
    print({x: await double(x) async for x in numbers(3)})
    print([await double(x) for x in range(3)])
    g = (await double(x) async for x in numbers(3))
    print(type(g).__name__, [x async for x in g])
asyncio.run(main())
