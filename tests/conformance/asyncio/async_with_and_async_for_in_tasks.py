import asyncio
class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter")
        return self
    async def __aexit__(self, *exc):
        await asyncio.sleep(0)
        print("exit", exc[0])
        return exc[0] is ValueError
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def main():
    async with Resource():
        async for n in numbers(3):
            print(n)
        raise ValueError
    print([n async for n in numbers(3) if n], {n: n async for n in numbers(2)})
asyncio.run(main())
