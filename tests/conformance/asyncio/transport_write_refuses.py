import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=ours)
    for wrong in 'text', 5, None, [1]:
        try:
            transport.write(wrong)
        except TypeError as error:
            print(error)
    for right in b'a', bytearray(b'b'), memoryview(b'xcx')[1:2]:
        transport.write(right)
    transport.writelines([b'd', bytearray(b'e')])
    transport.write(b'')
    await asyncio.sleep(0.01)
    print(theirs.recv(10))
    transport.close()
    theirs.close()
    await asyncio.sleep(0)


asyncio.run(main())
