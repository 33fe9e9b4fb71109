import asyncio
async def wait_event(event, name):
    print(name, await event.wait())
async def consumer(condition, name, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, items.pop())
async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait_event(event, n)) for n in "ab"]
    await asyncio.sleep(0)
    print(event.is_set())
    event.set()
    await asyncio.wait(tasks)
    event.clear()
    print(event.is_set())
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(condition, n, items)) for n in "cd"]
    await asyncio.sleep(0)
    for item in (1, 2):
        async with condition:
            items.append(item)
            condition.notify()
        await asyncio.sleep(0.05)
    await asyncio.wait(tasks)
    try:
        condition.notify_all()
    except RuntimeError as error:
        print(error)
asyncio.run(main())
