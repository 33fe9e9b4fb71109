import asyncio
import socket


async def attempt(method, *args, **kwds):
    loop = asyncio.get_running_loop()
    try:
        await getattr(loop, method)(asyncio.Protocol, *args, **kwds)
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, str(error).partition(', got')[0])


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as stream, socket.socket(type=socket.SOCK_DGRAM) as datagram:
        for method in 'create_connection', 'create_server':
            await attempt(method)
            await attempt(method, 'localhost', 80, sock=stream)
            await attempt(method, sock=datagram)
            await attempt(method, '127.0.0.1', 80, ssl_handshake_timeout=1)
            await attempt(method, '127.0.0.1', 80, ssl_shutdown_timeout=1)
        await attempt('create_connection', '127.0.0.1', 80, server_hostname='x')
        await attempt('create_server', '127.0.0.1', 80, ssl=True)
        await attempt('connect_accepted_socket', datagram)
    with socket.socket() as nobody:
        nobody.bind(('127.0.0.1', 0))
        port = nobody.getsockname()[1]
        try:
            await loop.create_connection(asyncio.Protocol, '127.0.0.1', port)
        except OSError as error:
            print(type(error).__name__, error.strerror.replace(str(port), 'PORT'))
        nobody.listen()
        try:
            await loop.create_server(asyncio.Protocol, '127.0.0.1', port)
        except OSError as error:
            print(type(error).__name__, error.strerror.replace(str(port), 'PORT'))
        try:
            await loop.create_connection(asyncio.Protocol, '127.0.0.1', port, local_addr=('127.0.0.1', port))
        except OSError as error:
            print(type(error).__name__, error.strerror.replace(str(port), 'PORT'))


asyncio.run(main())
