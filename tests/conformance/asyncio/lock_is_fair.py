import asyncio
async def worker(name, lock):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(name, lock) for name in "abc"))
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await lock.acquire()
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    lock.release()
    print(waiting.cancelled(), lock.locked(), repr(lock)[-10:])
asyncio.run(main())
