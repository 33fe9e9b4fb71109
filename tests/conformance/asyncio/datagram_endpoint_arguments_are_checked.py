import asyncio
import socket


async def attempt(**arguments):
    loop = asyncio.get_running_loop()
    try:
        transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, **arguments)
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, str(error).partition(' at 0x')[0])
    else:
        print('made', transport.get_extra_info('sockname')[0])
        transport.close()


async def main():
    await attempt()
    await attempt(family=socket.AF_INET)
    await attempt(local_addr='127.0.0.1')
    await attempt(remote_addr=('127.0.0.1',))
    await attempt(local_addr=('127.0.0.1', 0), remote_addr=('::1', 0))
    await attempt(local_addr=('127.0.0.1', 0), allow_broadcast=True)
    stream = socket.socket()
    datagram = socket.socket(type=socket.SOCK_DGRAM)
    with stream, datagram:
        try:
            await asyncio.get_running_loop().create_datagram_endpoint(asyncio.DatagramProtocol, sock=stream)
        except ValueError as error:
            print(str(error).partition(' got ')[0])
        await attempt(sock=datagram, family=socket.AF_INET, allow_broadcast=True)


asyncio.run(main())
