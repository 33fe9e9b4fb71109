import asyncio
import socket


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(4)

    def get_buffer(self, sizehint):
        print('get_buffer', sizehint)
        return self.buffer

    def buffer_updated(self, nbytes):
        print('buffer_updated', nbytes, bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print('eof_received')

    def connection_lost(self, exc):
        print('lost', exc)


class Plain(asyncio.Protocol):
    def data_received(self, data):
        print('data_received', data)


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, protocol = await loop.create_connection(Buffered, sock=ours)
    theirs.send(b'123456')
    await asyncio.sleep(0.01)
    transport.set_protocol(Plain())
    theirs.send(b'789abc')
    await asyncio.sleep(0.01)
    transport.set_protocol(protocol)
    theirs.close()
    await asyncio.sleep(0.01)


asyncio.run(main())
