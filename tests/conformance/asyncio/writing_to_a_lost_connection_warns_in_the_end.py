import asyncio
import socket


class Lost(asyncio.Protocol):
    def connection_lost(self, exc):
        print('lost', type(exc).__name__)


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, _ = await loop.create_connection(Lost, sock=ours)
    theirs.close()
    for attempt in range(8):
        print('write', attempt)
        transport.write(b'x')
    print(transport.is_closing(), transport.get_write_buffer_size())
    await asyncio.sleep(0.01)
    transport.write(b'')
    for _ in range(2):
        transport.write(b'x')


asyncio.run(main())
