"""tls_client.py CERTIFICATE PORT: says two lines to a TLS server that answers lines, and prints what comes back.

It trusts the certificate only, looks for its name, and says which version and cipher were negotiated.
"""

import asyncio
import ssl
import sys


async def main(certificate, port):
    context = ssl.create_default_context(cafile=certificate)
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname="localhost")
    for line in b"first line\n", b"second line\n":
        writer.write(line)
        await writer.drain()
        print((await reader.readline()).decode().strip())
    print(*writer.get_extra_info("cipher"))
    writer.close()
    await writer.wait_closed()


asyncio.run(main(sys.argv[1], int(sys.argv[2])))
