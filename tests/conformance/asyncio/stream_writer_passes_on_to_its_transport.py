import asyncio


class Transport:
    closing = False

    def __repr__(self):
        return '<Transport>'

    def __getattr__(self, name):
        def method(*args):
            print(name, *args)
            return name
        return method

    def is_closing(self):
        return self.closing


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    writer = asyncio.StreamWriter(Transport(), protocol, reader, loop)
    without_reader = asyncio.StreamWriter(writer.transport, protocol, None, loop)
    print(writer, writer.transport, without_reader)
    print(writer.write(b'1'), writer.writelines([b'2']), writer.write_eof(), writer.can_write_eof(), writer.close(),
          writer.is_closing(), writer.get_extra_info('peername'), writer.get_extra_info('x', 5))
    await writer.drain()
    reader.set_exception(KeyError('reader'))
    try:
        await writer.drain()
    except KeyError as error:
        print(repr(error))
    writer.transport.closing = True
    protocol.connection_lost(None)
    await writer.wait_closed()
    print(reader.at_eof(), writer.is_closing())


asyncio.run(main())
