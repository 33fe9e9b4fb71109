import asyncio
async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
async def main():
    g = stubborn()
    print(await g.__anext__())
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)
asyncio.run(main())
