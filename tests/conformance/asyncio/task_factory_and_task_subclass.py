import asyncio
class Traced(asyncio.Task):
    def __init__(self, coro, **kwargs):
        super().__init__(coro, **kwargs)
        print("made", self.get_name())
async def work():
    await asyncio.sleep(0)
    return 3
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro: Traced(coro, loop=loop, name="traced"))
    task = asyncio.create_task(work())
    print(type(task).__name__, await task, loop.get_task_factory() is not None)
    loop.set_task_factory(None)
    print(type(asyncio.create_task(work())).__name__)
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)
asyncio.run(main())
