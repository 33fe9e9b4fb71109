import asyncio
class Promise:
    """A future-like object from the ground up."""
    _asyncio_future_blocking = False
    def __init__(self, loop):
        self.loop, self.callbacks, self.value, self.is_done = loop, [], None, False
    def get_loop(self):
        return self.loop
    def add_done_callback(self, callback, *, context=None):
        self.callbacks.append((callback, context))
    def result(self):
        return self.value
    def cancel(self, msg=None):
        return False
    def resolve(self, value):
        self.value, self.is_done = value, True
        for callback, context in self.callbacks:
            self.loop.call_soon(callback, self, context=context)
    def __await__(self):
        if not self.is_done:
            self._asyncio_future_blocking = True
            yield self
        return self.result()
async def main():
    loop = asyncio.get_running_loop()
    promise = Promise(loop)
    loop.call_later(0.05, promise.resolve, "kept")
    print(asyncio.isfuture(promise), await promise)
    class Counting(asyncio.Future):
        added = 0
        def add_done_callback(self, fn, *, context=None):
            Counting.added += 1
            super().add_done_callback(fn, context=context)
    future = Counting(loop=loop)
    loop.call_soon(future.set_result, "counted")
    print(await future, Counting.added)
asyncio.run(main())
