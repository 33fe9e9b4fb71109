import asyncio


async def sleeper():
    try:
        print("slept", await asyncio.sleep(0.01, "well"))
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sleeper())
    await task
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    coroutine = asyncio.sleep(0.01)
    future = coroutine.send(None)
    print(type(coroutine.cr_await).__name__, future._asyncio_future_blocking, len(loop._scheduled))
    coroutine.close()
    print([handle.cancelled() for handle in loop._scheduled])
    coroutine = asyncio.sleep(0.01, "early")
    future = coroutine.send(None)
    future.set_result("set by hand")
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print(stop.value, [handle.cancelled() for handle in loop._scheduled])


asyncio.run(main())
