import asyncio
import socket


class Sender(asyncio.DatagramProtocol):
    def __init__(self, heard):
        self.heard = heard

    def error_received(self, exc):
        print('error_received', type(exc).__name__)
        if not self.heard.done():
            self.heard.set_result(None)

    def connection_lost(self, exc):
        print('lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as nobody:
        nobody.bind(('127.0.0.1', 0))
        address = nobody.getsockname()
    heard = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(lambda: Sender(heard), remote_addr=address)
    transport.sendto(b'is anybody there?')
    await heard
    print('closing', transport.is_closing())
    transport.close()
    await asyncio.sleep(0.01)


asyncio.run(main())
