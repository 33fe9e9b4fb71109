import asyncio
import re
import socket


def show(thing):
    print(re.sub(r'fd=\d+', 'fd=N', repr(thing)))


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=ours)
    show(transport)
    transport.pause_reading()
    show(transport)
    transport.write(bytes(5_000_000))
    print(re.sub(r'\d+', 'N', repr(transport)))
    transport.close()
    print(re.sub(r'\d+', 'N', repr(transport)))
    transport.abort()
    await asyncio.sleep(0.01)
    show(transport)
    theirs.close()
    datagrams, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=('127.0.0.1', 0))
    show(datagrams)
    datagrams.close()
    show(datagrams)
    await asyncio.sleep(0)
    show(datagrams)


asyncio.run(main())
