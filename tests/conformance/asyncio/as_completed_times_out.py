import asyncio


async def after(delay):
    await asyncio.sleep(delay)
    return delay


async def main():
    for next_one in asyncio.as_completed([after(0.03), after(0.01), after(10)], timeout=0.1):
        try:
            print(await next_one)
        except TimeoutError:
            print('timeout')


asyncio.run(main())
