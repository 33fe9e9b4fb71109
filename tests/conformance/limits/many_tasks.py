import asyncio
async def f(i):
    await asyncio.sleep(0)
    return i
async def main():
    print(sum(await asyncio.gather(*(f(i) for i in range(20_000)))))
asyncio.run(main())
