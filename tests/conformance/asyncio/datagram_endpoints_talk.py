import asyncio


class Server(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        print('server', isinstance(transport, asyncio.DatagramTransport), transport.get_extra_info('peername'))
        self.transport = transport

    def datagram_received(self, data, addr):
        print('server received', data)
        self.transport.sendto(data.upper(), addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.answers = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.answers.put_nowait(data)

    def connection_lost(self, exc):
        print('client lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Server, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    client, protocol = await loop.create_datagram_endpoint(Client, remote_addr=address)
    print(client.get_extra_info('peername') == address)
    for piece in b'one', bytearray(b'two'), memoryview(b'three'):
        client.sendto(piece)
        print(await protocol.answers.get())
    client.sendto(b'named', address)
    print(await protocol.answers.get())
    client.sendto(b'')
    for wrong, addr in ('text', None), (5, None):
        try:
            client.sendto(wrong, addr)
        except TypeError as error:
            print(error)
    try:
        client.sendto(b'elsewhere', ('127.0.0.1', 1))
    except ValueError as error:
        print(str(error).replace(str(address[1]), 'PORT'))
    print(client.get_write_buffer_size(), client.is_closing())
    client.close()
    server.abort()
    await asyncio.sleep(0.01)


asyncio.run(main())
