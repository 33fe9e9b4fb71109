import asyncio


async def sleeping():
    await asyncio.sleep(1)


async def failing():
    raise LookupError("nothing there")


async def main():
    task = asyncio.create_task(sleeping(), name="sleeping")
    await asyncio.sleep(0)
    task.print_stack()
    task.cancel()
    await asyncio.wait([task])
    task.print_stack()

    task = asyncio.create_task(failing(), name="failing")
    await asyncio.wait([task])
    task.print_stack()
    task.exception()


asyncio.run(main())
