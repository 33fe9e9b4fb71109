import asyncio


class Counting(asyncio.Future):
    added = 0

    def add_done_callback(self, fn, *, context=None):
        type(self).added += 1
        super().add_done_callback(fn, context=context)

    def result(self):
        return ('wrapped', super().result())


async def main():
    future = Counting()
    asyncio.get_running_loop().call_soon(future.set_result, 1)
    print(await future, Counting.added)
    print(asyncio.isfuture(future), repr(future))


asyncio.run(main())
