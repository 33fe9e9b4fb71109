import asyncio
import threading


async def work(value):
    await asyncio.sleep(0)
    if value is None:
        raise KeyError('failed')
    return value, threading.current_thread() is threading.main_thread()


def ask(loop):
    print(asyncio.run_coroutine_threadsafe(work(1), loop).result(10))
    failed = asyncio.run_coroutine_threadsafe(work(None), loop)
    print(repr(failed.exception(10)), type(failed).__module__)
    slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(100), loop)
    print(slow.cancel(), slow.cancelled())
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as error:
        print(error)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(ask, loop)
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
