import asyncio


async def show(name, awaitable):
    print(name, 'begins')
    print(name, await awaitable)


async def main():
    reader = asyncio.StreamReader()
    for name, awaitable in (('exactly', reader.readexactly(5)), ('line', reader.readline()), ('until', reader.readuntil(b'--')),
                            ('some', reader.read(100))):
        task = asyncio.create_task(show(name, awaitable))
        for piece in (b'ab', b'cde', b'fg', b'\nx', b'-', b'-rest'):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            if task.done():
                break
            print('feed', piece)
            reader.feed_data(piece)
        await task
    print(reader)
    everything = asyncio.create_task(show('all', reader.read()))
    for piece in (b'1', b'2', b'3'):
        await asyncio.sleep(0)
        reader.feed_data(piece)
    reader.feed_eof()
    await everything


asyncio.run(main())
