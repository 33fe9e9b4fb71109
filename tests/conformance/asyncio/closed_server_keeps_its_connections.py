import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b'before')
    print(await reader.read(10))
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0)
    server.close()
    writer.write(b'after')
    print(await reader.read(10), waiting.done())
    try:
        await asyncio.open_connection(*address)
    except ConnectionRefusedError:
        print('refused')
    writer.close()
    await waiting
    print('waited')


asyncio.run(main())
