import asyncio


async def coro():
    pass

loop = asyncio.new_event_loop()
for sig, callback in ((0, print), (-1, print), (1000, print), ('x', print), (10, coro)):
    try:
        loop.add_signal_handler(sig, callback)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(loop.remove_signal_handler(10))
loop.close()
