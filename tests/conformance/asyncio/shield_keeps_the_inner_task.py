import asyncio
async def inner():
    await asyncio.sleep(0.05)
    print("inner finished")
    return 1
async def main():
    t = asyncio.create_task(inner())
    outer = asyncio.ensure_future(asyncio.shield(t))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", t.cancelled())
    print(await t)
asyncio.run(main())
