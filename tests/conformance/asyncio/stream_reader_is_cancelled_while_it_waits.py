import asyncio


async def main():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    reader.feed_data(b'kept\n')
    print(await reader.readline())
    # The future is set already when the cancellation comes.
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    reader.feed_data(b'not lost\n')
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), await reader.readline())
    try:
        await asyncio.wait_for(reader.readexactly(1), 0.01)
    except TimeoutError:
        print('timeout')
    task = asyncio.create_task(reader.read())
    await asyncio.sleep(0)
    reader.set_exception(OSError('gone'))
    print(await asyncio.gather(task, reader.read(1), return_exceptions=True), repr(reader.exception()))


asyncio.run(main())
