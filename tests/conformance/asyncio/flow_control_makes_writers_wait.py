import asyncio


async def main():
    protocol = asyncio.StreamReaderProtocol(asyncio.StreamReader())
    done = []

    async def writer(number):
        try:
            await protocol._drain_helper()
            done.append(number)
        except Exception as error:
            done.append((number, repr(error)))

    await writer(0)
    print(done)
    protocol.pause_writing()
    tasks = [asyncio.create_task(writer(number)) for number in range(1, 4)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    print(done)
    protocol.resume_writing()
    await asyncio.wait(tasks)
    print(done)
    protocol.pause_writing()
    tasks = [asyncio.create_task(writer(number)) for number in range(4, 6)]
    await asyncio.sleep(0)
    protocol.connection_lost(OSError('lost'))
    await asyncio.wait(tasks)
    await writer(6)
    print(done)


asyncio.run(main())
