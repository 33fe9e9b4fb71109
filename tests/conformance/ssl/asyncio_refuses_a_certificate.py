import asyncio
import _certificates as certs


async def never(reader, writer):
    print('a connection, after all')


async def main():
    server = await asyncio.start_server(never, '127.0.0.1', 0, ssl=certs.server_context(certs.EXPIRED))
    host, port = server.sockets[0].getsockname()
    for name in 'localhost', None:
        try:
            await asyncio.open_connection(host, port, ssl=certs.client_context(), server_hostname=name)
        except Exception as error:
            print(certs.show(error))
    for options in {'ssl': True, 'server_hostname': ''}, {'server_hostname': 'x'}, {'ssl_handshake_timeout': 5}, {'ssl': True, 'ssl_handshake_timeout': 0}:
        try:
            await asyncio.open_connection(host, port, **options)
        except Exception as error:
            print(certs.show(error))
    server.close()


asyncio.run(main())
