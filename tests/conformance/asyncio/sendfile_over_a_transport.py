import asyncio
import io
import os
import socket


async def send(file, *args, **kwds):
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=ours)
    transport.write(b'head ')
    try:
        print(await loop.sendfile(transport, file, *args, **kwds), file.tell())
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
    transport.write(b' tail')
    transport.close()
    received = b''
    while piece := await loop.sock_recv(theirs, 1000):
        received += piece
    print(received)
    theirs.close()
    await asyncio.sleep(0)
    try:
        await loop.sendfile(transport, file)
    except RuntimeError as error:
        print(error)


async def main():
    with os.fdopen(os.memfd_create('file'), 'w+b') as file:
        file.write(b'0123456789')
        file.flush()
        await send(file)
        await send(file, 5)
        await send(file, 2, 3)
        await send(file, 2, 0)
        await send(file, -1)
        await send(file, 2, 100, fallback=False)
        await send(io.BytesIO(b'in memory'))


asyncio.run(main())
