import asyncio
async def party(barrier, n):
    print("arrives", n)
    index = await barrier.wait()
    print("leaves", n, index)
async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(party(barrier, n) for n in range(3)))
    print(barrier.n_waiting, barrier.broken, barrier.parties)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError as error:
        print("broken", error)
asyncio.run(main())
