import asyncio
async def job(delay):
    await asyncio.sleep(delay)
    return delay
async def main():
    for next_one in asyncio.as_completed([job(0.15), job(0.05), job(0.1)]):
        print(await next_one)
    try:
        for next_one in asyncio.as_completed([job(0), job(10)], timeout=0.1):
            print(await next_one)
    except TimeoutError as error:
        print("timeout", error.args)
asyncio.run(main())
