import asyncio
import threading
import time

start = time.monotonic()


def log(*what):
    print(f"{time.monotonic() - start:.1f}", *what)


def loop_of_its_own():
    async def count():
        for i in range(3):
            await asyncio.sleep(0.25)
            log("other loop", i)

    asyncio.run(count())


def feed(loop, queue):
    for i in range(3):
        time.sleep(0.2)
        loop.call_soon_threadsafe(queue.put_nowait, i)


async def main():
    loop = asyncio.get_running_loop()
    other = threading.Thread(target=loop_of_its_own)
    other.start()
    log(await asyncio.gather(asyncio.to_thread(time.sleep, 0.3), asyncio.to_thread(lambda: "done"), asyncio.sleep(0.4, "slept")))
    queue = asyncio.Queue()
    feeder = loop.run_in_executor(None, feed, loop, queue)
    for _ in range(3):
        log("fed", await queue.get())
    await feeder
    try:
        await asyncio.wait_for(queue.get(), 0.2)
    except asyncio.TimeoutError:
        log("nothing more")
    other.join()
    log("end", abs(loop.time() - time.monotonic()) < 0.05)


asyncio.run(main())
