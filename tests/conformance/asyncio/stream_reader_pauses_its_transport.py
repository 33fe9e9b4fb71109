import asyncio


class Transport:
    def pause_reading(self):
        print('pause')

    def resume_reading(self):
        print('resume')


class Stubborn:
    def pause_reading(self):
        print('cannot')
        raise NotImplementedError


async def main():
    reader = asyncio.StreamReader(limit=4)
    reader.set_transport(Transport())
    try:
        reader.set_transport(Transport())
    except AssertionError as error:
        print(error)
    reader.feed_data(b'12345678')
    print('fed 8')
    reader.feed_data(b'9')
    print(await reader.read(4))
    print(await reader.read(2))
    reader.feed_data(b'0123456789')
    # More is wanted than was to be buffered.
    task = asyncio.create_task(reader.readexactly(15))
    await asyncio.sleep(0)
    reader.feed_data(b'ab')
    print(await task)
    reader = asyncio.StreamReader(limit=4)
    reader.set_transport(Stubborn())
    reader.feed_data(b'123456789')
    reader.feed_data(b'123456789')
    print(len(await reader.read(50)), reader)


asyncio.run(main())
