import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    reader, writer = await asyncio.open_connection(sock=ours)
    writer.write(b'small')
    await writer.drain()
    print('drained at once')
    size = 5_000_000
    writer.write(bytes(size))
    draining = [asyncio.create_task(writer.drain()) for _ in range(2)]
    await asyncio.sleep(0.01)
    print([task.done() for task in draining])
    received = 0
    while received < size + 5:
        received += len(await loop.sock_recv(theirs, 1 << 20))
    print(await asyncio.gather(*draining))
    writer.write(bytes(size))
    draining = asyncio.create_task(writer.drain())
    await asyncio.sleep(0.01)
    writer.transport.abort()
    print(await asyncio.gather(draining, return_exceptions=True))
    try:
        await writer.drain()
    except ConnectionResetError as error:
        print(error)
    theirs.close()


asyncio.run(main())
