import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1000) as limit:
        print(limit.expired(), limit.when() > loop.time())
        limit.reschedule(None)
        print(limit.when(), limit)
    print(limit)
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(loop.time() + 0.01)
            await asyncio.sleep(10)
    except TimeoutError as error:
        print(repr(error), limit.expired(), limit, type(error.__cause__).__name__)
    for act in (lambda: limit.reschedule(1), lambda: asyncio.timeout(1).reschedule(1)):
        try:
            act()
        except RuntimeError as error:
            print(error)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print('entered')
            await asyncio.sleep(0)
    except TimeoutError:
        print('too late')


asyncio.run(main())
