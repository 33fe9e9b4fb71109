import asyncio


async def stubborn(end):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return end()


def fail():
    raise KeyError('cleanup')


async def main():
    async def attempt(awaitable, timeout):
        try:
            print(await asyncio.wait_for(awaitable, timeout))
        except BaseException as error:
            print(repr(error), '<-', repr(error.__cause__), repr(error.__context__))

    # What the task makes of its cancellation counts.
    await attempt(stubborn(lambda: 'result after all'), 0.01)
    await attempt(stubborn(fail), 0.01)
    await attempt(stubborn(lambda: 'not begun'), 0)
    done = asyncio.get_running_loop().create_future()
    done.set_result('done')
    await attempt(done, 0)
    await attempt(done, -1)
    await attempt(asyncio.get_running_loop().create_future(), 0)
    await attempt(asyncio.sleep(0, 'no limit'), None)

    # Cancelled while the result is there already.
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(attempt(future, 10))
    await asyncio.sleep(0)
    future.set_result('kept')
    task.cancel()
    await task
    # Cancelled while what is waited for does its cleanup.
    inner = asyncio.create_task(stubborn(lambda: print('cleaned up')))
    task = asyncio.create_task(attempt(inner, 10))
    await asyncio.sleep(0)
    task.cancel('outside')
    await task
    print(inner.done())


asyncio.run(main())
