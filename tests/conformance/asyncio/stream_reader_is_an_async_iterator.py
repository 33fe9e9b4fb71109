import asyncio


async def main():
    reader = asyncio.StreamReader()
    asyncio.get_running_loop().call_later(0.01, reader.feed_data, b'second\nthird')
    asyncio.get_running_loop().call_later(0.02, reader.feed_eof)
    reader.feed_data(b'first\n')
    async for line in reader:
        print(line)


asyncio.run(main())
