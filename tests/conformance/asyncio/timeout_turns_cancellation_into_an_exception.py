import asyncio
async def main():
    try:
        async with asyncio.timeout(0.05) as scope:
            await asyncio.sleep(10)
    except TimeoutError as error:
        print(scope.expired(), type(error.__cause__).__name__, asyncio.current_task().cancelling())
    async with asyncio.timeout(5) as scope:
        await asyncio.sleep(0)
    print(scope.expired(), scope)
    async with asyncio.timeout(None) as scope:
        print(scope.when())
        scope.reschedule(asyncio.get_running_loop().time() + 5)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print("runs on until it waits")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("in the past")
asyncio.run(main())
