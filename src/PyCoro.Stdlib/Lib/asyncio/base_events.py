"""What the native event loop leaves to Python: exception handlers, async generators, executors, and all of networking.

Networking lies in modules of its own (connections, servers, sending): here is what they have in common.
"""

import sys

import _asyncio

from . import constants
from . import coroutines
from . import deferred
from . import events
from . import format_helpers
from . import futures
from .addresses import _check_ssl_socket, _interleave_addrinfos, _ipaddr_info, _set_nodelay, _set_reuseport
from .connections import Connecting
from .exceptions import CancelledError
from .log import logger
from .sending import Sending, _SendfileFallbackProtocol
from .servers import Server, Serving

__all__ = ('BaseEventLoop', 'Server')

# The native loop follows these: with so many timers of which such a share is cancelled, the cancelled ones are swept out;
# and so many seconds at the most it waits at once.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
MAXIMUM_SELECT_TIMEOUT = 24 * 3600

_ENDS_THE_PROGRAM = SystemExit, KeyboardInterrupt

__getattr__ = deferred.importer(__name__, {'socket': None, 'ssl': None, '_HAS_IPv6': '_ipv6'}, optional=('ssl',))


class BaseEventLoop(_asyncio.BaseEventLoop, Connecting, Serving, Sending, events.AbstractEventLoop):
    """An event loop that has no idea of waiting for files and sockets: the loops that derive from it have."""

    # The native methods go before the abstract ones in the MRO.

    slow_callback_duration = 0.1
    _exception_handler = None
    _default_executor = None
    _executor_shutdown_called = False
    # Made when the loop runs for the first time.
    _asyncgens = None
    _asyncgens_shutdown_called = False

    def __init__(self):
        super().__init__()
        if coroutines._is_debug_mode():
            self.set_debug(True)

    def __del__(self, warn=None):
        if not self.is_closed():
            if warn is None:
                import warnings
                warn = warnings.warn
            warn(f'unclosed event loop {self!r}', ResourceWarning, source=self)
            if not self.is_running():
                self.close()

    def close(self):
        """Close the loop; it must not be running."""
        was_closed = self.is_closed()
        if self._debug and not (was_closed or self.is_running()):
            logger.debug('Close %r', self)
        super().close()
        if was_closed:
            return
        self._executor_shutdown_called = True
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    def run_forever(self):
        """Run until stop() is called."""
        self._check_closed()
        if events._get_running_loop() is not None:
            # Refused there, in the right words.
            return super().run_forever()
        if self._asyncgens is None:
            import weakref
            self._asyncgens = weakref.WeakSet()
        hooks = sys.get_asyncgen_hooks()
        depth = sys.get_coroutine_origin_tracking_depth()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        if self._debug:
            sys.set_coroutine_origin_tracking_depth(constants.DEBUG_STACK_DEPTH)
        self._outer_origin_depth = depth
        try:
            super().run_forever()
        finally:
            sys.set_coroutine_origin_tracking_depth(depth)
            sys.set_asyncgen_hooks(*hooks)

    def set_debug(self, enabled):
        """Turn debug mode on or off."""
        super().set_debug(enabled)
        if self.is_running():
            # The depth belongs to the thread that runs the loop.
            self.call_soon_threadsafe(self._follow_debug_mode)

    def _follow_debug_mode(self):
        sys.set_coroutine_origin_tracking_depth(constants.DEBUG_STACK_DEPTH if self._debug else self._outer_origin_depth)

    # Async generators.

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f'asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call',
                          ResourceWarning, source=self)
        self._asyncgens.add(agen)

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.discard(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close all async generators that have begun and not ended."""
        self._asyncgens_shutdown_called = True
        if not self._asyncgens:
            return
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        results = await _asyncio.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            # One that was closed before and went on all the same answers with StopAsyncIteration: nobody waits for it any more.
            if isinstance(result, Exception) and not isinstance(result, StopAsyncIteration):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    # Executors.

    def run_in_executor(self, executor, func, *args):
        """Call the function in an executor, the default one for None, and give a future of its result."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            self._check_default_executor()
            executor = self._default_executor
            if executor is None:
                import concurrent.futures
                executor = self._default_executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix='asyncio')
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Set the executor that None means."""
        import concurrent.futures
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    def _check_default_executor(self):
        if self._executor_shutdown_called:
            raise RuntimeError('Executor shutdown has been called')

    async def shutdown_default_executor(self):
        """Wait until the threads of the default executor have ended."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        import threading
        done = self.create_future()
        thread = threading.Thread(target=self._shut_executor_down, args=(done,))
        thread.start()
        try:
            await done
        finally:
            thread.join()

    def _shut_executor_down(self, done):
        try:
            self._default_executor.shutdown(wait=True)
            outcome = done.set_result, None
        except Exception as error:
            outcome = done.set_exception, error
        if not self.is_closed():
            self.call_soon_threadsafe(*outcome)

    # Exception handlers.

    def get_exception_handler(self):
        """Give the exception handler, or None when it is the default one."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Set the function that is called with the loop and a dict about an error nobody handled; None for the default."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Log the error."""
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key in {'message', 'exception'}:
                continue
            value = context[key]
            if key in ('source_traceback', 'handle_traceback'):
                import traceback
                title = 'Object' if key == 'source_traceback' else 'Handle'
                stack = ''.join(traceback.format_list(value)).rstrip()
                value = f'{title} created at (most recent call last):\n{stack}'
            else:
                value = repr(value)
            lines.append(f'{key}: {value}')
        error = context.get('exception')
        logger.error('\n'.join(lines), exc_info=error is not None and (type(error), error, error.__traceback__))

    def call_exception_handler(self, context):
        """Call the exception handler with a dict about an error."""
        is_own = self._exception_handler is not None
        try:
            (self._call_own_handler if is_own else self.default_exception_handler)(context)
        except BaseException as failure:
            if isinstance(failure, _ENDS_THE_PROGRAM):
                raise
            occasion = ' while handling an unexpected error in custom exception handler' if is_own else ''
            logger.error(f'Exception in default exception handler{occasion}', exc_info=True)

    def _call_own_handler(self, context):
        try:
            self._exception_handler(self, context)
        except BaseException as failure:
            if isinstance(failure, _ENDS_THE_PROGRAM):
                raise
            self.default_exception_handler({
                'message': 'Unhandled error in exception handler', 'exception': failure, 'context': context})

    # What loops that know of sockets, pipes and child processes override.

    def _cannot_make(self, *args, **kwargs):
        raise NotImplementedError

    async def _cannot_make_later(self, *args, **kwargs):
        raise NotImplementedError

    _make_subprocess_transport = _cannot_make_later
    _make_read_pipe_transport = _make_write_pipe_transport = _cannot_make
    _make_datagram_transport = _make_socket_transport = _make_ssl_transport = _cannot_make


def _format_handle(handle):
    """A task for its step or wake-up, which tells more."""
    task = getattr(handle._callback, '__self__', None)
    return repr(task) if isinstance(task, _asyncio.Task) else str(handle)


def _report_slow(handle, seconds):
    """Called by the native loop, in debug mode."""
    logger.warning('Executing %s took %.3f seconds', _format_handle(handle), seconds)
