import asyncio
import socket


class Reader(asyncio.Protocol):
    def connection_made(self, transport):
        transport.pause_reading()

    def data_received(self, data):
        print('received', data)


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    theirs.send(b'early')
    transport, _ = await loop.create_connection(Reader, sock=ours)
    await asyncio.sleep(0.01)
    print('nothing yet', transport.is_reading())
    transport.resume_reading()
    await asyncio.sleep(0.01)
    transport.close()
    theirs.close()
    await asyncio.sleep(0)


asyncio.run(main())
