import asyncio
async def f(): return "value"
async def fails(): raise KeyError("k")
loop = asyncio.new_event_loop()
print(loop.run_until_complete(f()))
try:
    loop.run_until_complete(fails())
except KeyError as error:
    print(error)
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)
loop.call_soon(future.set_result, 3)
print(loop.run_until_complete(future))
loop.close()
