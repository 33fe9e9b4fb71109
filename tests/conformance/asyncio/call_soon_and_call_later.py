import asyncio
loop = asyncio.new_event_loop()
order = []
loop.call_soon(order.append, "soon 1")
loop.call_soon(order.append, "soon 2")
start = loop.time()
late = loop.call_later(0.1, order.append, "later")
loop.call_later(0.05, order.append, "earlier")
loop.call_at(loop.time(), order.append, "at")
cancelled = loop.call_later(0.05, order.append, "never")
cancelled.cancel()
print(cancelled.cancelled(), late.cancelled(), late.when() > start)
loop.call_later(0.15, loop.stop)
loop.run_forever()
print(order)
print(loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
