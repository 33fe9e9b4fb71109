import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, 'once')
loop.stop()
loop.run_forever()
print('stopped')
loop.call_soon(loop.stop)
loop.call_soon(print, 'same iteration')
loop.run_forever()
loop.close()
for act in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print)):
    try:
        act()
    except RuntimeError as error:
        print(error)
loop.close()
print(loop.is_closed(), loop)
