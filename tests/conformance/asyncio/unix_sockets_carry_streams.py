import asyncio
import os
import socket


async def echo(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    path = f'/tmp/{os.urandom(16).hex()}'
    for turn in range(2):
        # The file of the first turn is still there, and stale.
        server = await asyncio.start_unix_server(echo, path)
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(b'line\n')
        print(await reader.read(), writer.get_extra_info('peername') == path, repr(writer.get_extra_info('sockname')))
        writer.close()
        server.close()
        await server.wait_closed()
        print(os.path.exists(path))
    os.remove(path)
    try:
        await asyncio.open_unix_connection(path)
    except FileNotFoundError as error:
        print(error.errno)
    for arguments in {}, {'path': '/x', 'sock': socket.socket()}, {'sock': socket.socket()}, {'path': '/x', 'ssl_handshake_timeout': 1}:
        for method in loop.create_unix_connection, loop.create_unix_server:
            try:
                await method(asyncio.Protocol, **arguments)
            except ValueError as error:
                print(str(error).partition(', got')[0])
        if 'sock' in arguments:
            arguments['sock'].close()


asyncio.run(main())
