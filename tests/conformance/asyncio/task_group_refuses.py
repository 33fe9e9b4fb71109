import asyncio


async def nothing():
    pass


async def attempt(group):
    coroutine = nothing()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


async def main():
    group = asyncio.TaskGroup()
    print(group)
    await attempt(group)
    async with group:
        print(group)
        task = group.create_task(nothing(), name='named')
        print(task.get_name(), group)
        try:
            await group.__aenter__()
        except RuntimeError as error:
            print(error)
    await attempt(group)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0)).cancel()
            raise KeyError
    except* KeyError:
        pass
    await attempt(group)


async def outside():
    try:
        await asyncio.TaskGroup().__aenter__()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
coroutine = outside()
try:
    coroutine.send(None)
except StopIteration:
    pass
