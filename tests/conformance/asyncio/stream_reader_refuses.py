import asyncio


async def attempt(awaitable):
    try:
        print(await awaitable)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'partial', ''), getattr(error, 'consumed', ''))


async def main():
    reader = asyncio.StreamReader(limit=4)
    await attempt(reader.readuntil(b''))
    await attempt(reader.readexactly(-1))
    reader.feed_data(b'too long a line\nnext\n')
    await attempt(reader.readuntil())
    await attempt(reader.readline())
    await attempt(reader.readline())
    reader.feed_data(b'part')
    reader.feed_eof()
    await attempt(reader.readuntil(b'x'))
    await attempt(reader.readexactly(1))
    broken = asyncio.StreamReader()
    broken.set_exception(KeyError('broken'))
    for method in (broken.read, broken.readline, broken.readuntil):
        await attempt(method())
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)
    waiting = asyncio.StreamReader()
    task = asyncio.create_task(waiting.read(1))
    await asyncio.sleep(0)
    await attempt(waiting.readline())
    waiting.feed_data(b'x')
    print(await task)


asyncio.run(main())
