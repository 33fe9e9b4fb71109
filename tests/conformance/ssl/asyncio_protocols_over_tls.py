import asyncio
import _certificates as certs


class Told(asyncio.Protocol):
    def __init__(self, name, over=None):
        self.name, self.over = name, over

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, 'connection_made', type(transport).__name__)
        if self.name == 'client':
            transport.write(b'question')

    def data_received(self, data):
        print(self.name, 'data_received', data)
        if self.name == 'server':
            self.transport.writelines([b'an', b'swer'])
            self.transport.close()

    def eof_received(self):
        print(self.name, 'eof_received')

    def connection_lost(self, exc):
        print(self.name, 'connection_lost', exc)
        if self.over:
            self.over.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    server = await loop.create_server(lambda: Told('server'), '127.0.0.1', 0, ssl=certs.server_context())
    transport, protocol = await loop.create_connection(
        lambda: Told('client', over), *server.sockets[0].getsockname(), ssl=certs.client_context(), server_hostname='localhost')
    print(transport.get_protocol() is protocol, transport.is_reading(), transport.is_closing())
    await over
    transport.write(b'too late')
    print(transport.is_closing())
    for attempt in lambda: transport.write('text'), transport.write_eof:
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
    server.close()


asyncio.run(main())
