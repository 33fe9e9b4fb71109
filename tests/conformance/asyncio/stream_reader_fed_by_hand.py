import asyncio


async def main():
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b'one\ntwo\nrest')
    print(reader)
    print(await reader.readline(), await reader.readuntil(b'o'), await reader.readexactly(2), await reader.read(2))
    reader.feed_eof()
    print(reader.at_eof(), await reader.read(), reader.at_eof(), await reader.read(), await reader.readline())
    print(reader)


asyncio.run(main())
