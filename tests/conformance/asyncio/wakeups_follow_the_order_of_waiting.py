import asyncio
async def waiter(name, future):
    print(name, "waits")
    print(name, await future)
async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(i, future)) for i in range(4)]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback", f.result()))
    future.set_result("go")
    print("set")
    await asyncio.wait(tasks)
asyncio.run(main())
