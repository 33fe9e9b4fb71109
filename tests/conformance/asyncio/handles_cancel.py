import asyncio
loop = asyncio.new_event_loop()
handle = loop.call_soon(print, "never")
handle.cancel()
handle.cancel()
timer = loop.call_later(0.05, print, "never")
timer.cancel()
print(handle.cancelled(), timer.cancelled(), handle)
many = [loop.call_later(60, print) for _ in range(300)]
for one in many:
    one.cancel()
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
for function in (lambda: loop.call_later(None, print), lambda: loop.run_until_complete(None), lambda: loop.create_task(None)):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)
