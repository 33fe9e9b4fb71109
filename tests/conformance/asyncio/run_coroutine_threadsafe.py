import asyncio
import concurrent.futures
import threading


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


async def fail():
    raise ValueError('no')


async def rest():
    started.set()
    try:
        await asyncio.sleep(1000)
    except asyncio.CancelledError:
        ended.set()
        raise


started, ended = threading.Event(), threading.Event()
loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
print(isinstance(future, concurrent.futures.Future), future.result())
try:
    asyncio.run_coroutine_threadsafe(fail(), loop).result()
except ValueError as error:
    print(repr(error))
waiting = asyncio.run_coroutine_threadsafe(rest(), loop)
started.wait()
print(waiting.cancel(), waiting.cancelled())
ended.wait()
try:
    asyncio.run_coroutine_threadsafe(3, loop)
except TypeError as error:
    print(error)
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
