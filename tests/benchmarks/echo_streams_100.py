# A request of a TCP echo over the loopback, with streams: 100 connections, server and clients in one loop.
import asyncio

from _timing import report

CONNECTIONS = 100
REQUESTS = 100
MESSAGE = b"x" * 63 + b"\n"


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()
    writer.close()


async def ask(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(REQUESTS):
        writer.write(MESSAGE)
        await writer.drain()
        assert await reader.readline() == MESSAGE
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await asyncio.gather(*(ask(port) for _ in range(CONNECTIONS)))


report(lambda: asyncio.run(main()), CONNECTIONS * REQUESTS)
