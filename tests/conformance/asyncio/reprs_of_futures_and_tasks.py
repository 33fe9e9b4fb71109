import asyncio
def show(obj):
    text = repr(obj)
    # Files and lines are left out.
    for start in (" at ", ", defined at "):
        while start in text:
            before, _, rest = text.partition(start)
            end = min(rest.find(c) for c in ">])" if c in rest)
            text = before + rest[end:]
    print(text)
async def work():
    await asyncio.sleep(0)
    return [1, 2]
async def main():
    future = asyncio.get_running_loop().create_future()
    show(future)
    future.set_result("x" * 100)
    show(future)
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(ValueError("bad"))
    show(failed)
    failed.exception()
    cancelled = asyncio.get_running_loop().create_future()
    cancelled.cancel()
    show(cancelled)
    task = asyncio.create_task(work(), name="worker")
    show(task)
    await asyncio.sleep(0)
    task.add_done_callback(print_done)
    await task
    show(task)
    other = asyncio.create_task(work(), name="other")
    other.cancel()
    show(other)
    await asyncio.wait([other])
    show(other)
def print_done(task):
    print("done", task.get_name())
asyncio.run(main())
