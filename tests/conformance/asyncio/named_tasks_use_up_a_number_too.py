import asyncio
async def w(): pass
async def main():
    a = asyncio.create_task(w(), name='x'); print(asyncio.create_task(w()).get_name())
    asyncio.get_running_loop().create_task(w(), name='x'); print(asyncio.create_task(w()).get_name())
    async with asyncio.TaskGroup() as g: g.create_task(w(), name='q'); print(g.create_task(w()).get_name())
asyncio.run(main())
