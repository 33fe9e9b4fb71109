import asyncio
import re
def show(obj):
    print(re.sub(r" at [^ ]*:\d+", "", re.sub(r", defined at [^ ]*:\d+", "", re.sub(r" running at [^ ]*:\d+", " running", repr(obj)))))
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
