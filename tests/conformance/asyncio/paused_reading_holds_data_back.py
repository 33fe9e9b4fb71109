import asyncio
import socket


class Reader(asyncio.Protocol):
    def data_received(self, data):
        print('received', data)


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, _ = await loop.create_connection(Reader, sock=ours)
    print(transport.is_reading())
    theirs.send(b'first')
    await asyncio.sleep(0.01)
    transport.pause_reading()
    transport.pause_reading()
    print(transport.is_reading())
    theirs.send(b'held')
    await asyncio.sleep(0.01)
    print('nothing yet')
    theirs.send(b' back')
    transport.resume_reading()
    transport.resume_reading()
    print(transport.is_reading())
    await asyncio.sleep(0.01)
    transport.close()
    print(transport.is_reading())
    transport.resume_reading()
    transport.pause_reading()
    theirs.close()
    await asyncio.sleep(0)


asyncio.run(main())
