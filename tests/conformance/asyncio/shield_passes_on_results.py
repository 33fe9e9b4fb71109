import asyncio
async def work(fails):
    await asyncio.sleep(0.05)
    if fails:
        raise ValueError("inside")
    return "result"
async def main():
    print(await asyncio.shield(work(False)))
    try:
        await asyncio.shield(work(True))
    except ValueError as error:
        print(repr(error))
    inner = asyncio.create_task(work(False))
    outer = asyncio.shield(inner)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print(inner.cancelled(), outer.cancelled())
    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done)
asyncio.run(main())
