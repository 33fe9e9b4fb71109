# Client and server are one process: nobody else can send anything, so no time needs to be waited for.
import asyncio
import time

start = time.monotonic()


def log(*what):
    print(f"{time.monotonic() - start:.1f}", *what)


async def serve(reader, writer):
    while line := await reader.readline():
        log("server", line)
        await asyncio.sleep(0.3)
        writer.write(line.upper())
    log("server ends")
    writer.close()


async def call(name, port, pause):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for limit in (1, 0.2, 1):
        writer.write(f"{name} {limit}\n".encode())
        try:
            answer = await asyncio.wait_for(reader.readline(), limit)
        except asyncio.TimeoutError:
            log(name, "waits no longer")
            answer = await reader.readline()
        log(name, answer)
        await asyncio.sleep(pause)
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await asyncio.gather(call("a", port, 0.04), call("b", port, 0.54))
        await asyncio.sleep(0.5)
    log("end")


asyncio.run(main())
