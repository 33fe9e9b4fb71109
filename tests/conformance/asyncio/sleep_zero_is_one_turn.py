import asyncio
async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(worker("a", 3), worker("b", 2), worker("c", 1))
    print(await asyncio.sleep(0, "result"), await asyncio.sleep(-1, "negative"))
asyncio.run(main())
