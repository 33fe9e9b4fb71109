import traceback


async def inner():
    raise KeyError("inside")


async def gen():
    yield 1
    await inner()


async def loop():
    async for item in gen():
        print(item)


try:
    loop().send(None)
except KeyError as error:
    print([(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__)])
