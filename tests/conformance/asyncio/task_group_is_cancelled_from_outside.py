import asyncio
ended = []          # a group cancels its tasks in no particular order
async def job(n):
    try:
        await asyncio.sleep(10)
    finally:
        ended.append(n)
async def group():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(job(1))
        tasks.create_task(job(2))
async def main():
    task = asyncio.create_task(group())
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
asyncio.run(main())
print("ended", sorted(ended))
