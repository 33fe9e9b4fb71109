import asyncio
async def sleeper(n, log):
    await asyncio.sleep(n / 100)
    log.append(n)
    return await asyncio.sleep(0, "result")
async def main():
    log = []
    print(await asyncio.gather(*(sleeper(n, log) for n in (5, 1, 3, 2, 4))))
    print(log)
asyncio.run(main())
