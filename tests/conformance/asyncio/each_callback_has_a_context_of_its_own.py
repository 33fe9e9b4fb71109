import asyncio
import contextvars

var = contextvars.ContextVar("var", default="nothing")


def callback(name):
    print(name, "sees", var.get())
    var.set(name)


async def task_body():
    token = var.set("task")
    await asyncio.sleep(0)
    print("task goes on with", var.get())
    var.reset(token)
    await asyncio.sleep(0)
    print("task ends with", var.get())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, "first")
    var.set("main")
    loop.call_soon(callback, "second")
    future = loop.create_future()
    future.add_done_callback(lambda _: callback("third"))
    var.set("main again")
    loop.call_later(0.01, callback, "fourth")
    future.set_result(None)
    given = contextvars.copy_context()
    loop.call_soon(callback, "fifth", context=given)
    await asyncio.create_task(task_body())
    await asyncio.sleep(0.02)
    print(var.get(), given[var])


asyncio.run(main())
