# expectation: get_event_loop() and Future() outside a running loop work silently, as in 3.9 (docs/differences.md).
# stderr: ignored
import asyncio
future = asyncio.Future()
loop = asyncio.get_event_loop()
print(future.done(), future.get_loop() is loop)
loop.call_soon(future.set_result, "set")
print(loop.run_until_complete(future))
