import asyncio


async def coro():
    pass


loop = asyncio.new_event_loop()
loop.set_debug(True)
for method, args in (('call_soon', ()), ('call_soon_threadsafe', ()), ('call_later', (1,)), ('call_at', (1,))):
    for bad in (coro, 1):
        try:
            getattr(loop, method)(*args, bad)
        except TypeError as error:
            print(error)
loop.close()
