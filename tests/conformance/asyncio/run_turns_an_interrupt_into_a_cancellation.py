import asyncio
import signal


async def interrupted(swallow):
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
        if not swallow:
            raise
    finally:
        print("clean-up")
    return "went on"


async def stubborn():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)
    loop.call_later(0.02, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print("first one refused")
    await asyncio.sleep(30)


print(asyncio.run(interrupted(True)))
for coroutine in interrupted(False), stubborn():
    try:
        asyncio.run(coroutine)
    except KeyboardInterrupt as error:
        print(repr(error), type(error.__context__).__name__)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
