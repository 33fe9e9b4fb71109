import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow ends")
async def main():
    task = asyncio.create_task(asyncio.wait_for(slow(), 5))
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
asyncio.run(main())
