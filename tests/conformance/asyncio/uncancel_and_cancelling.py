import asyncio


async def child():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelling', task.cancelling())
        print('uncancel', task.uncancel(), task.uncancel(), task.uncancel())
    print('goes on', task.cancelling())
    return 'done'


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    print(task.cancel(), task.cancel(), task.cancelling())
    print(await task, task.cancelled(), task.cancel(), task.cancelling())


asyncio.run(main())
