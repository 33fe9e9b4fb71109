import asyncio
import contextvars

var = contextvars.ContextVar("var")


async def body():
    token = var.set(1)
    try:
        contextvars.copy_context().run(var.reset, token)
    except ValueError as error:
        print("different Context" in str(error))
    for _ in range(3):
        await asyncio.sleep(0)
    var.reset(token)
    print(var.get("unset"))


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(lambda: None)
    print(handle._context is handle._context, type(handle._context).__name__)

    def keep():
        var.set("kept")
        print(handle._context.get(var))

    handle = loop.call_soon(keep)
    await asyncio.sleep(0)
    print(handle._context[var], var.get("unset"))
    await asyncio.gather(body(), body())


asyncio.run(main())
