import asyncio
loop = asyncio.new_event_loop()
now = loop.time()
order = []
for n in range(12):
    loop.call_at(now + 0.05 * (n % 3), order.append, n)
loop.call_at(now + 0.25, loop.stop)
loop.run_forever()
print(order)
loop.close()
