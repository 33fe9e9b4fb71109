import asyncio


def callback(*args):
    pass


loop = asyncio.new_event_loop()
timer = loop.call_at(5, callback, 1, 'two')
print(repr(timer).replace(__file__, 'FILE'))
timer.cancel()
print(timer)
loop.close()
