import asyncio


async def sleeper():
    await asyncio.sleep(100)


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel('because')
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)
    future = asyncio.get_running_loop().create_future()
    future.cancel(msg=('any', 'thing'))
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print(error.args)


asyncio.run(main())
