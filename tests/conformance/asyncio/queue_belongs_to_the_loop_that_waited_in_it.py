import asyncio

queue = asyncio.Queue()


async def wait_in_vain():
    try:
        await asyncio.wait_for(queue.get(), 0.01)
    except asyncio.TimeoutError:
        print("nothing")


async def need_not_wait():
    queue.put_nowait(1)
    print(await queue.get())


async def wait_elsewhere():
    try:
        await queue.get()
    except RuntimeError as error:
        print(str(error).startswith("<Queue at 0x"), str(error).endswith("is bound to a different event loop"))


asyncio.run(wait_in_vain())
asyncio.run(need_not_wait())
asyncio.run(wait_elsewhere())
