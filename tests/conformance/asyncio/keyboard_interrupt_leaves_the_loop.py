import asyncio
async def interrupt():
    raise KeyboardInterrupt
async def leave():
    raise SystemExit(3)
for function in (interrupt, leave):
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(function())
    except BaseException as error:
        print(type(error).__name__, error.args)
    loop.close()
