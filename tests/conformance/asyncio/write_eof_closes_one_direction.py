import asyncio
import socket


class Half(asyncio.Protocol):
    def __init__(self, keeps_open):
        self.keeps_open = keeps_open

    def data_received(self, data):
        print('received', data)

    def eof_received(self):
        print('eof_received')
        return self.keeps_open

    def connection_lost(self, exc):
        print('lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    for keeps_open in True, False:
        ours, theirs = socket.socketpair()
        theirs.setblocking(False)
        transport, _ = await loop.create_connection(lambda: Half(keeps_open), sock=ours)
        print(transport.can_write_eof())
        transport.write(bytes(500_000))
        transport.write_eof()
        transport.write_eof()
        try:
            transport.write(b'more')
        except RuntimeError as error:
            print(error)
        total = 0
        while piece := await loop.sock_recv(theirs, 1 << 20):
            total += len(piece)
        print('all', total)
        await loop.sock_sendall(theirs, b'answer')
        await asyncio.sleep(0.01)
        theirs.shutdown(socket.SHUT_WR)
        await asyncio.sleep(0.01)
        print('closing', transport.is_closing())
        transport.close()
        await asyncio.sleep(0)
        theirs.close()


asyncio.run(main())
