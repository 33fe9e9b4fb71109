import asyncio
import contextvars
import threading

var = contextvars.ContextVar('var', default='unset')


def work(*args):
    return args, threading.current_thread() is threading.main_thread(), var.get()


def fail():
    raise KeyError('in a thread')


async def main():
    var.set('set')
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 1, 2))
    print(await asyncio.to_thread(work, 3))
    try:
        await asyncio.to_thread(fail)
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
