import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    accepted = loop.create_future()

    class Server(asyncio.Protocol):
        def connection_made(self, transport):
            accepted.set_result(transport)

    server = await loop.create_server(Server, '127.0.0.1', 0)
    client, _ = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
    other = await accepted
    print(client.get_extra_info('sockname') == other.get_extra_info('peername'))
    print(client.get_extra_info('peername') == other.get_extra_info('sockname'))
    print(client.get_extra_info('nothing'), client.get_extra_info('nothing', 5), client.get_extra_info(name='x', default='y'))
    sock = client.get_extra_info('socket')
    print(type(sock).__name__, sock.family, sock.type, sock.proto, sock.gettimeout(), sock.fileno() >= 0)
    print(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) > 0, sock.getpeername() == client.get_extra_info('peername'))
    for call in (lambda: sock.setblocking(True), lambda: sock.settimeout(1), lambda: sock.recv(1), lambda: sock.__getstate__()):
        try:
            call()
        except (ValueError, AttributeError, TypeError) as error:
            print(type(error).__name__, error)
    print(sock.setblocking(False), sock.settimeout(0))
    client.close()
    other.close()
    await asyncio.sleep(0.01)
    print(sock.fileno(), sock)
    server.close()


asyncio.run(main())
