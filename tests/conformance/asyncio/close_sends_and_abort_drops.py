import asyncio
import socket


class Quiet(asyncio.Protocol):
    def connection_lost(self, exc):
        print('lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    size = 3_000_000
    for method in 'close', 'abort':
        ours, theirs = socket.socketpair()
        theirs.setblocking(False)
        transport, _ = await loop.create_connection(Quiet, sock=ours)
        transport.write(bytes(size))
        getattr(transport, method)()
        getattr(transport, method)()
        print(method, 'closing', transport.is_closing(), 'buffered', transport.get_write_buffer_size() > 0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print('reading')
        total = 0
        while piece := await loop.sock_recv(theirs, 1 << 20):
            total += len(piece)
        print('all of it', total == size)
        await asyncio.sleep(0.01)
        theirs.close()


asyncio.run(main())
