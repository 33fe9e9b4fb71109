import asyncio
async def main():
    loop = asyncio.get_running_loop()
    def attempt(function, *args):
        try:
            print(function(*args))
        except BaseException as error:
            print(type(error).__name__, error)
    future = loop.create_future()
    attempt(future.result)
    attempt(future.exception)
    attempt(future.set_exception, StopIteration)
    attempt(future.set_exception, 5)
    attempt(future.set_result, 1)
    attempt(future.set_result, 2)
    attempt(future.set_exception, ValueError)
    attempt(future.cancel)
    attempt(asyncio.Task, 5)
    attempt(asyncio.current_task().set_result, 1)
    attempt(asyncio.current_task().set_exception, ValueError())
    attempt(asyncio.gather, 5)
    attempt(asyncio.ensure_future, "x")
    attempt(asyncio.shield, None)
asyncio.run(main())
