import asyncio


class Loud(asyncio.Protocol):
    def __init__(self, name, done):
        self.name, self.done = name, done

    def connection_made(self, transport):
        print(self.name, 'connection_made', type(transport).__name__, isinstance(transport, asyncio.Transport))
        self.transport = transport

    def data_received(self, data):
        print(self.name, 'data_received', data)
        if self.name == 'server':
            self.transport.write(data.upper())

    def eof_received(self):
        print(self.name, 'eof_received')

    def connection_lost(self, exc):
        print(self.name, 'connection_lost', exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    gone = [loop.create_future(), loop.create_future()]
    server = await loop.create_server(lambda: Loud('server', gone[0]), '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(lambda: Loud('client', gone[1]), '127.0.0.1', port)
    print('connected', transport is protocol.transport, transport.get_protocol() is protocol)
    await asyncio.sleep(0.02)
    transport.write(b'hello')
    await asyncio.sleep(0.02)
    transport.close()
    print('closing', transport.is_closing())
    await asyncio.gather(*gone)
    server.close()


asyncio.run(main())
