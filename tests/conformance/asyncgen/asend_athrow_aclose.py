import asyncio
async def gen():
    try:
        got = yield "first"
        while True:
            try:
                got = yield "got", got
            except ValueError as error:
                got = "caught " + str(error)
    finally:
        await asyncio.sleep(0)
        print("finally")
async def main():
    g = gen()
    print(await g.asend(None))
    print(await g.asend(1))
    print(await g.athrow(ValueError("v")))
    print(await g.__anext__())
    await g.aclose()
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("over")
    try:
        await gen().asend(1)
    except TypeError as error:
        print(error)
    last = gen()
    print(await anext(last), await anext(g, "default"))
    await last.aclose()
asyncio.run(main())
