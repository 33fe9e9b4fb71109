"""Runs a coroutine from start to end with a loop of its own: asyncio.run() and what it is made of."""

import contextvars

import _signal

from . import coroutines
from . import events
from . import exceptions
from . import tasks

__all__ = ('Runner', 'run')


class Runner:
    """Owns a loop, made when it is first needed, in which several coroutines can run one after the other."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._closed = False

    def __enter__(self):
        self._ready_loop()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def get_loop(self):
        """Give the loop."""
        return self._ready_loop()

    def run(self, coro, *, context=None):
        """Run the coroutine and give its result, in the runner's own context unless another one is given."""
        if not coroutines.iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        _refuse_inside_a_loop('Runner.run()')
        loop = self._ready_loop()
        main = loop.create_task(coro, context=self._context if context is None else context)
        with _Interruption(loop, main) as interruption:
            try:
                return loop.run_until_complete(main)
            except exceptions.CancelledError:
                if interruption.was_the_cause():
                    raise KeyboardInterrupt
                raise

    def close(self):
        """Cancel what is left in the loop, finish its generators and threads, and close it."""
        loop = self._loop
        if loop is None:
            return
        try:
            _cancel_leftovers(loop)
            for last_step in loop.shutdown_asyncgens, loop.shutdown_default_executor:
                loop.run_until_complete(last_step())
        finally:
            if self._loop_factory is None:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True

    def _ready_loop(self):
        if self._closed:
            raise RuntimeError('Runner is closed')
        if self._loop is None:
            if self._loop_factory is not None:
                loop = self._loop_factory()
            else:
                # The policy's loop is also the one that get_event_loop() finds.
                loop = events.new_event_loop()
                events.set_event_loop(loop)
            if self._debug is not None:
                loop.set_debug(self._debug)
            self._context = contextvars.copy_context()
            self._loop = loop
        return self._loop


class _Interruption:
    """Makes the first Ctrl-C cancel the main task, so that it can clean up; the second one interrupts at once.

    That holds only for programs that leave Ctrl-C as Python has it.
    """

    def __init__(self, loop, task):
        self._loop = loop
        self._task = task
        self._happened = False
        self._installed = False

    def __enter__(self):
        if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
            try:
                handler = self._on_interrupt
                _signal.signal(_signal.SIGINT, handler)
                self._installed = True
                _signal._serves_interruption(handler)
            except ValueError:
                # Only the main thread may choose handlers, and it alone gets interrupts.
                pass
        return self

    def __exit__(self, *exc_info):
        if self._installed and _signal.getsignal(_signal.SIGINT) == self._on_interrupt:
            _signal.signal(_signal.SIGINT, _signal.default_int_handler)

    def _on_interrupt(self, signum, frame):
        if self._happened or self._task.done():
            raise KeyboardInterrupt
        self._happened = True
        self._task.cancel()
        # The loop may sleep until some timer is due.
        self._loop.call_soon_threadsafe(lambda: None)

    def was_the_cause(self):
        """Whether an interrupt, and nothing besides, has cancelled the task."""
        # The tasks of a factory need not count their cancellations; of those nothing is known.
        uncancel = getattr(self._task, 'uncancel', None)
        return self._happened and uncancel is not None and uncancel() == 0


def run(main, *, debug=None):
    """Run the coroutine `main` in a new loop, close the loop and give the result."""
    _refuse_inside_a_loop('asyncio.run()')
    with Runner(debug=debug) as runner:
        return runner.run(main)


def _refuse_inside_a_loop(what):
    if events._get_running_loop() is not None:
        raise RuntimeError(f'{what} cannot be called from a running event loop')


def _cancel_leftovers(loop):
    leftovers = tasks.all_tasks(loop)
    for task in leftovers:
        task.cancel()
    if leftovers:
        loop.run_until_complete(tasks.gather(*leftovers, return_exceptions=True))
    for task in leftovers:
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': failure,
                'task': task,
            })
