import asyncio
async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("child", n, error.args)
        raise
async def main():
    outer = asyncio.gather(child(1), child(2))
    await asyncio.sleep(0)
    print(outer.cancel("enough"))
    try:
        await outer
    except asyncio.CancelledError as error:
        print("outer", outer.cancelled(), error.args)
    task = asyncio.create_task(child(3))
    outer = asyncio.gather(task)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("one cancelled child", outer.cancelled())
asyncio.run(main())
