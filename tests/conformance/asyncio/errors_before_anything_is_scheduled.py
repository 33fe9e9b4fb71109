import asyncio


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    attempt(asyncio.create_task, 5)
    attempt(asyncio.ensure_future, 5)
    attempt(asyncio.gather, 1)
    attempt(asyncio.shield, 'x')
    attempt(asyncio.run_coroutine_threadsafe, nothing, loop)
    attempt(loop.call_later, None, print)
    attempt(loop.call_at, None, print)
    attempt(loop.call_later, 'x', print)
    attempt(asyncio.timeout, 'x')
    attempt(loop.set_exception_handler, 5)
    attempt(loop.set_debug)
    attempt(asyncio.Future, loop)
    attempt(loop.create_future().result)
    attempt(loop.create_future().exception)
    attempt(loop.create_future().set_exception, StopIteration)
    attempt(loop.create_future().set_exception, 5)
    other = asyncio.new_event_loop()
    attempt(asyncio.ensure_future, other.create_future(), loop=loop)
    attempt(asyncio.gather, other.create_future(), loop.create_future())
    other.close()
    attempt(other.call_soon, print)
    attempt(other.run_until_complete, None)
    coroutine = nothing()
    attempt(other.create_task, coroutine)
    coroutine.close()
    for wrong in ([], None, 5, loop.create_future()):
        try:
            await asyncio.wait(wrong)
        except Exception as error:
            print(type(error).__name__, error)
    try:
        await asyncio.wait([loop.create_future()], return_when='SOME')
    except ValueError as error:
        print(error)


asyncio.run(main())
