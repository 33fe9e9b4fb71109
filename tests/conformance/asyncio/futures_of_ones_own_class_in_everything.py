import asyncio


class Own:
    """Not derived from Future: only what `await` and callbacks need."""

    _asyncio_future_blocking = False

    def __init__(self, loop):
        self._loop = loop
        self._state = 'PENDING'
        self._callbacks = []
        self._outcome = None

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != 'PENDING'

    def cancelled(self):
        return self._state == 'CANCELLED'

    def _finish(self, state, outcome=None):
        self._state, self._outcome = state, outcome
        for callback, context in self._callbacks:
            self._loop.call_soon(callback, self, context=context)
        return True

    def set_result(self, result):
        self._finish('FINISHED', result)

    def cancel(self, msg=None):
        print('cancel', msg)
        return not self.done() and self._finish('CANCELLED')

    def exception(self):
        return None

    def result(self):
        if self.cancelled():
            raise asyncio.CancelledError
        return self._outcome

    def add_done_callback(self, callback, *, context=None):
        self._callbacks.append((callback, context))

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        self._callbacks = [each for each in self._callbacks if each[0] != callback]
        return before - len(self._callbacks)

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()


async def main():
    loop = asyncio.get_running_loop()

    def soon(value):
        future = Own(loop)
        loop.call_soon(future.set_result, value)
        return future

    print(asyncio.isfuture(Own(loop)), await soon(1), await asyncio.wait_for(soon(2), 1))
    print(await asyncio.gather(soon(3), soon(4)), await asyncio.shield(soon(5)))
    done, pending = await asyncio.wait([soon(6), Own(loop)], return_when=asyncio.FIRST_COMPLETED)
    print([future.result() for future in done], [future._callbacks for future in pending])
    print([await each for each in asyncio.as_completed([soon(7), soon(8)])])
    try:
        await asyncio.wait_for(Own(loop), 0.01)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    task = asyncio.create_task(asyncio.wait([Own(loop)]))
    await asyncio.sleep(0)
    task.cancel('stop')
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
