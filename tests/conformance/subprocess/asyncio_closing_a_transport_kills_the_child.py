import asyncio


class Watching(asyncio.SubprocessProtocol):
    def process_exited(self):
        ended.set_result(None)


async def main():
    global ended
    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    transport, _ = await loop.subprocess_exec(Watching, "sleep", "60")
    print(transport.get_returncode(), transport.is_closing())
    transport.close()
    await ended
    print(transport.get_returncode(), transport.is_closing())


asyncio.run(main())
