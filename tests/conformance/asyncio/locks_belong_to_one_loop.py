import asyncio

lock = asyncio.Lock()


async def hold():
    async with lock:
        await asyncio.sleep(0.01)


async def compete():
    await asyncio.gather(hold(), hold())


asyncio.run(compete())
try:
    asyncio.run(compete())
except RuntimeError as error:
    print(str(error).partition(' is ')[2])
try:
    asyncio.Lock().release()
except RuntimeError as error:
    print(error)
for make in (lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0)):
    try:
        make()
    except ValueError as error:
        print(error)
