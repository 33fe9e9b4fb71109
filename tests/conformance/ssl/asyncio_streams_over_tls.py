import asyncio
import _certificates as certs


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(echo, '127.0.0.1', 0, ssl=certs.server_context())
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port, ssl=certs.client_context(), server_hostname='localhost')
    for size in 5, 50000:
        writer.write(b'x' * size + b'\n')
        await writer.drain()
        print(len(await reader.readline()))
    tls = writer.get_extra_info('ssl_object')
    print(type(tls).__name__, tls.version(), tls.server_hostname, writer.get_extra_info('cipher'))
    print(writer.get_extra_info('peercert')['subject'], writer.get_extra_info('compression'), writer.get_extra_info('peername') == (host, port))
    print(writer.can_write_eof(), type(writer.transport).__name__, writer.transport.get_write_buffer_limits())
    writer.close()
    await writer.wait_closed()
    print(await reader.read(), writer.is_closing())
    server.close()
    await server.wait_closed()


asyncio.run(main())
