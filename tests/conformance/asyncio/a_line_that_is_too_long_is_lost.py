import asyncio


async def main():
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b'123456789\nok\n1234567')
    for _ in range(3):
        try:
            print(await reader.readline())
        except ValueError as error:
            context = error.__context__
            print(error, '|', type(context).__name__, context, context.consumed, type(context).__mro__[1].__name__)
    reader.feed_data(b'8\nx\n')
    print(await reader.readline(), await reader.readline())
    reader.feed_data(b'12345--6')
    try:
        await reader.readuntil(b'--')
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed, await reader.readexactly(error.consumed + 2))
    reader._limit = 100
    reader.feed_data(b'7' * 50 + b'\n')
    print(len(await reader.readline()))


asyncio.run(main())
