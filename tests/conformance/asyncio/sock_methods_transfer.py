import asyncio
import socket


async def serve(loop, listening):
    connection, address = await loop.sock_accept(listening)
    with connection:
        print('accepted', address[0], connection.gettimeout())
        while data := await loop.sock_recv(connection, 5):
            print('server', data)
            await loop.sock_sendall(connection, data.upper())


async def main():
    loop = asyncio.get_running_loop()
    listening = socket.socket()
    client = socket.socket()
    with listening, client:
        listening.bind(('127.0.0.1', 0))
        listening.listen()
        listening.setblocking(False)
        client.setblocking(False)
        serving = asyncio.create_task(serve(loop, listening))
        await loop.sock_connect(client, listening.getsockname())
        await loop.sock_sendall(client, memoryview(b'hello'))
        buffer = bytearray(10)
        print(await loop.sock_recv_into(client, buffer), buffer)
        await loop.sock_sendall(client, b'')
        cancelled = asyncio.create_task(loop.sock_recv(client, 5))
        await asyncio.sleep(0)
        cancelled.cancel()
        print(await asyncio.gather(cancelled, return_exceptions=True))
        client.shutdown(socket.SHUT_WR)
        await serving
        print(await loop.sock_recv(client, 5))
    first, second = (socket.socket(type=socket.SOCK_DGRAM) for _ in range(2))
    with first, second:
        for sock in first, second:
            sock.bind(('127.0.0.1', 0))
            sock.setblocking(False)
        print(await loop.sock_sendto(first, b'datagram', second.getsockname()))
        data, sender = await loop.sock_recvfrom(second, 100)
        print(data, sender == first.getsockname())
        await loop.sock_sendto(second, b'back', sender)
        count, sender = await loop.sock_recvfrom_into(first, buffer)
        print(count, buffer[:count], sender == second.getsockname())
    loop.set_debug(True)
    with socket.socket() as blocking:
        for method, *args in (loop.sock_recv, 1), (loop.sock_sendall, b''), (loop.sock_accept,), (loop.sock_connect, ('127.0.0.1', 1)):
            try:
                await method(blocking, *args)
            except ValueError as error:
                print(error)


asyncio.run(main())
