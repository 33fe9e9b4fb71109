import asyncio
running = 0
async def worker(n, semaphore):
    global running
    async with semaphore:
        running += 1
        print("start", n, running)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        running -= 1
async def main():
    await asyncio.gather(*(worker(n, s) for s in [asyncio.Semaphore(2)] for n in range(5)))
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    print(bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
asyncio.run(main())
