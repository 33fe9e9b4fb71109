"""An echo server over TLS, tls_server.py CERTIFICATE KEY: each line comes back in capitals. It prints its port and serves
until SIGTERM; scripts/real-peers lets `openssl s_client` talk to it.
"""

import asyncio
import signal
import ssl
import sys


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main(certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    server = await asyncio.start_server(serve, '127.0.0.1', 0, ssl=context)
    print('port', server.sockets[0].getsockname()[1], flush=True)
    await ended.wait()
    server.close()


asyncio.run(main(*sys.argv[1:]))
