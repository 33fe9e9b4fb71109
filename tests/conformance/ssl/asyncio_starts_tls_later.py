import asyncio
import _certificates as certs


async def serve(reader, writer):
    print('server got', await reader.readline())
    writer.write(b'go on\n')
    await writer.drain()
    await writer.start_tls(certs.server_context())
    print('server got', await reader.readline(), writer.get_extra_info('cipher') is not None)
    writer.write(b'secret answer\n')
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'STARTTLS\n')
    print('client got', await reader.readline())
    await writer.start_tls(certs.client_context(), server_hostname='localhost')
    writer.write(b'secret question\n')
    print('client got', await reader.readline(), writer.get_extra_info('ssl_object').version())
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
