import asyncio


def endless():
    yield from endless()


async def forever():
    await forever()


for run in (lambda: list(endless()), lambda: asyncio.run(forever())):
    try:
        run()
    except RecursionError as error:
        print(type(error).__name__, str(error)[:32])
