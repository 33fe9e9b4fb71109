# expectation: CPython has the frame of Handle._run above it, a line of asyncio/events.py
import asyncio
import traceback


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(*traceback.format_exception(context["exception"]), sep="", end=""))
    loop.call_soon(fail)
    await asyncio.sleep(0)


def fail():
    raise LookupError("nothing there")


asyncio.run(main())
