import asyncio
async def worker():
    await asyncio.sleep(0)
    print(asyncio.current_task().get_name())
async def main():
    asyncio.current_task().set_name("main")
    tasks = [asyncio.create_task(worker(), name=f"w{n}") for n in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await asyncio.wait(tasks)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
