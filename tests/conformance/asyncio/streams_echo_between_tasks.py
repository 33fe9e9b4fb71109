import asyncio


async def echo(reader, writer):
    async for line in reader:
        print('server', line)
        writer.write(line[::-1])
        await writer.drain()
    print('server: end of data')
    writer.write(b'bye')
    writer.close()
    await writer.wait_closed()
    print('server: closed')


async def main():
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.writelines([b'one\n', b'two\nthr', b'ee\n'])
        print('client', await reader.readexactly(4))
        print('client', await reader.readuntil(b'o'), await reader.readuntil(b't'))
        print(writer.can_write_eof(), writer.is_closing())
        writer.write_eof()
        print('client', await reader.read())
        print(reader.at_eof())
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing())
        await asyncio.sleep(0.01)


asyncio.run(main())
