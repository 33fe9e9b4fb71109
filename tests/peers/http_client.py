"""A client on asyncio's streams for real HTTP servers: http_client.py PORT SECONDS FILE..., where the files lie in the folder
that is served. Each of 20 tasks fetches them in turn and compares; scripts/real-peers runs it.
"""

import asyncio
import os
import sys
import time

TASKS = 20


async def fetch(port, name):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'GET /{name} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'.encode())
    status = (await reader.readline()).split()
    length = None
    while (line := (await reader.readline()).strip()):
        title, _, value = line.partition(b':')
        if title.lower() == b'content-length':
            length = int(value)
    body = await reader.readexactly(length)
    rest = await reader.read()
    writer.close()
    await writer.wait_closed()
    assert status[1] == b'200', status
    assert not rest, rest[:100]
    return body


async def work(port, until, files):
    done = 0
    while time.monotonic() < until:
        for name, content in files.items():
            assert await fetch(port, name) == content, name
            done += 1
    return done


async def main(port, seconds, *names):
    files = {}
    for name in names:
        with open(name, 'rb') as file:
            files[os.path.basename(name)] = file.read()
    until = time.monotonic() + float(seconds)
    done = await asyncio.gather(*(work(int(port), until, files) for _ in range(TASKS)))
    print('fetched', sum(done))


asyncio.run(main(*sys.argv[1:]))
