import asyncio
async def worker():
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
async def main():
    t = asyncio.create_task(worker(), name="worker 1")
    print(t.get_name(), asyncio.current_task() in asyncio.all_tasks(), t.get_coro().__name__)
    t.set_name("renamed")
    await t
    print(t.done(), asyncio.iscoroutine(main), asyncio.iscoroutinefunction(main), asyncio.isfuture(t))
    print(asyncio.ensure_future(t) is t)
    try:
        asyncio.ensure_future(5)
    except TypeError as error:
        print(error)
asyncio.run(main())
