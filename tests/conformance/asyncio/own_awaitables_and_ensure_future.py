import asyncio
class Twice:
    def __init__(self, value):
        self.value = value
    def __await__(self):
        yield
        yield
        return self.value
async def main():
    print(await Twice(1))
    task = asyncio.ensure_future(Twice(2))
    print(isinstance(task, asyncio.Task), await task)
    print(await asyncio.gather(Twice(3), Twice(4)))
    print(await asyncio.wait_for(Twice(5), 1))
    print(asyncio.ensure_future(task) is task)
asyncio.run(main())
