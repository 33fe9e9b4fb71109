import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, int, '7'))
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, int, '8')
    except RuntimeError as error:
        print(error)
    try:
        loop.set_default_executor(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
