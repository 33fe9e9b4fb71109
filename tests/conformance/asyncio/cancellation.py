import asyncio
async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise
    finally:
        print("cleanup")
async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "survived"
async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(0)
    print(t.cancel("reason"), t.cancelled(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as error:
        print("main saw", error.args)
    print(t.cancelled(), t.done(), t.cancel())
    s = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    s.cancel()
    print(await s, s.cancelled())
    fresh = asyncio.create_task(worker())
    fresh.cancel()
    try:
        await fresh
    except asyncio.CancelledError:
        print("never started")
asyncio.run(main())
