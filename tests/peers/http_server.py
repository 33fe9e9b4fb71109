"""A small HTTP server on asyncio's streams, for clients that are neither ours nor Python: scripts/real-peers starts it.

It prints its port, serves until SIGTERM, then prints what it has served. Whatever the event loop reports makes the exit status 1.
"""

import asyncio
import signal

BODY = b'Hello from a coroutine\n'


class Server:
    def __init__(self):
        self.requests = self.connections = 0
        self.reports = []

    async def serve(self, reader, writer):
        self.connections += 1
        try:
            while await self.answer(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            # The client has gone: at the end of its time wrk and ab leave in the middle of a request.
            pass
        finally:
            writer.close()

    async def answer(self, reader, writer):
        """Answer one request; whether the connection stays open."""
        head = await reader.readuntil(b'\r\n\r\n')
        request, *lines = head.decode('latin-1').split('\r\n')
        method, target, version = request.split(' ')
        headers = {name.lower(): value.strip().lower() for name, _, value in (line.partition(':') for line in lines if line)}
        if 'content-length' in headers:
            await reader.readexactly(int(headers['content-length']))
        wish = headers.get('connection', '')
        stays = wish == 'keep-alive' if version == 'HTTP/1.0' else wish != 'close'
        is_known = method == 'GET' and target == '/'
        body = BODY if is_known else b''
        writer.write(b'HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: %s\r\n\r\n%s' % (
            b'200 OK' if is_known else b'404 Not Found', len(body), b'keep-alive' if stays else b'close', body))
        await writer.drain()
        self.requests += 1
        return stays


async def main():
    loop = asyncio.get_running_loop()
    server = Server()
    loop.set_exception_handler(lambda loop, context: server.reports.append(context))
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    listening = await asyncio.start_server(server.serve, '127.0.0.1', 0)
    print('port', listening.sockets[0].getsockname()[1], flush=True)
    await ended.wait()
    listening.close()
    print('requests', server.requests, 'connections', server.connections, flush=True)
    for report in server.reports:
        print('reported:', report)
    return 1 if server.reports else 0


raise SystemExit(asyncio.run(main()))
