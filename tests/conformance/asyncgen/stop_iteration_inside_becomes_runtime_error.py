import asyncio
async def gen(kind):
    yield 1
    raise kind("inside")
async def main():
    for kind in (StopAsyncIteration, StopIteration):
        try:
            async for x in gen(kind):
                print(x)
        except RuntimeError as error:
            print(error, repr(error.__cause__))
asyncio.run(main())
