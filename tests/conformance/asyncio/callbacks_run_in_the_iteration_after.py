import asyncio
loop = asyncio.new_event_loop()
def first():
    print("first")
    loop.call_soon(print, "from first")
loop.call_soon(first)
loop.call_soon(print, "second")
loop.call_soon(loop.call_soon, loop.stop)
loop.run_forever()
loop.close()
