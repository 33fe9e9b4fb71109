import asyncio
import socket


class Writer(asyncio.Protocol):
    def pause_writing(self):
        print('pause', self.transport.get_write_buffer_size() > 1000)

    def resume_writing(self):
        print('resume', self.transport.get_write_buffer_size() <= 100)

    def connection_made(self, transport):
        self.transport = transport


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    transport, protocol = await loop.create_connection(Writer, sock=ours)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(1000, 100)
    transport.write(b'small')
    print(transport.get_write_buffer_size())
    size = 4_000_000
    transport.write(bytes(size))
    print('wrote')
    transport.write(b'no second pause')
    received = 0
    while received < size + 20:
        received += len(await loop.sock_recv(theirs, 1 << 20))
    await asyncio.sleep(0.01)
    print(received, transport.get_write_buffer_size())
    for limits in {'high': 10}, {'low': 10}, {}:
        transport.set_write_buffer_limits(**limits)
        print(transport.get_write_buffer_limits())
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)
    transport.close()
    theirs.close()
    await asyncio.sleep(0)


asyncio.run(main())
