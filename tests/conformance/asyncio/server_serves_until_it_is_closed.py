import asyncio


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving(), len(server.sockets), server.get_loop() is loop)
    await server.start_serving()
    await server.start_serving()
    print(server.is_serving())
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).partition('> ')[2])
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print('cancelled')
    print(server.is_serving(), server.sockets, server)
    server.close()
    await server.wait_closed()
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)
    other = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0)
    forever = asyncio.create_task(other.serve_forever())
    await asyncio.sleep(0)
    async with other:
        print('in', other.is_serving())
    print('out', other.is_serving())
    print((await asyncio.gather(forever, return_exceptions=True))[0].__class__.__name__)


asyncio.run(main())
