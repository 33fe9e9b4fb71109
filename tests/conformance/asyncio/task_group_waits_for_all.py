# stderr: ignored
import asyncio
async def job(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return name
async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(job("a", 0.1))
        b = group.create_task(job("b", 0.05), name="bee")
        print("body ends")
    print(a.result(), b.result(), b.get_name(), group)
    try:
        group.create_task(job("late", 0))
    except RuntimeError as error:
        print(str(error)[-11:])
asyncio.run(main())
