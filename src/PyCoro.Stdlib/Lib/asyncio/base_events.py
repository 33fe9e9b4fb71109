"""What the native event loop leaves to Python: exception handlers, async generators, executors."""

import sys

import _asyncio

from . import events
from .exceptions import CancelledError

__all__ = ('BaseEventLoop', 'Server')


class BaseEventLoop(_asyncio.BaseEventLoop, events.AbstractEventLoop):
    """An event loop without networking."""

    slow_callback_duration = 0.1
    _exception_handler = None

    # The native methods go before the abstract ones in the MRO.

    def get_exception_handler(self):
        """Return an exception handler, or None if the default one is in use."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Set handler as the new event loop exception handler."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Default exception handler."""
        message = context.get('message')
        if not message:
            message = 'Unhandled exception in event loop'
        lines = [message]
        for key in sorted(context):
            if key in {'message', 'exception'}:
                continue
            value = context[key]
            if key in ('source_traceback', 'handle_traceback'):
                import traceback
                value = ''.join(traceback.format_list(value))
                title = 'Object' if key == 'source_traceback' else 'Handle'
                value = f'{title} created at (most recent call last):\n' + value.rstrip()
            else:
                value = repr(value)
            lines.append(f'{key}: {value}')
        _log_error('\n'.join(lines), context.get('exception'))

    def call_exception_handler(self, context):
        """Call the current event loop's exception handler."""
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                _log_error('Exception in default exception handler', error)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            try:
                self.default_exception_handler({
                    'message': 'Unhandled error in exception handler',
                    'exception': error,
                    'context': context,
                })
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as nested:
                _log_error('Exception in default exception handler while handling an unexpected error '
                           'in custom exception handler', nested)

    _asyncgens = None
    _asyncgens_shutdown_called = False

    def run_forever(self):
        """Run until stop() is called."""
        self._check_closed()
        hooks = sys.get_asyncgen_hooks()
        if events._get_running_loop() is None:
            if self._asyncgens is None:
                import weakref
                self._asyncgens = weakref.WeakSet()
            sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        try:
            super().run_forever()
        finally:
            sys.set_asyncgen_hooks(*hooks)

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
        """Shutdown all active asynchronous generators."""
        self._asyncgens_shutdown_called = True
        if not self._asyncgens:
            return
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        results = await _asyncio.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    async def shutdown_default_executor(self):
        """Schedule the shutdown of the default executor."""


def _log_error(message, exception):
    """What the logger 'asyncio' says when nothing is configured; it itself when logging is in use."""
    logging = sys.modules.get('logging')
    if logging is not None and hasattr(logging, 'getLogger'):
        info = (type(exception), exception, exception.__traceback__) if exception else False
        logging.getLogger('asyncio').error(message, exc_info=info)
        return
    if sys.stderr is None:
        return
    print(message, file=sys.stderr)
    if exception:
        sys.__excepthook__(type(exception), exception, exception.__traceback__)


class Server(events.AbstractServer):
    """The server of loop.create_server(), which is not implemented yet."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError('asyncio servers are not implemented')


def _not_implemented(name, is_async):
    def refuse(self, *args, **kwargs):
        raise NotImplementedError(f'loop.{name}() is not implemented')

    async def refuse_async(self, *args, **kwargs):
        raise NotImplementedError(f'loop.{name}() is not implemented')

    method = refuse_async if is_async else refuse
    method.__name__ = name
    method.__qualname__ = f'BaseEventLoop.{name}'
    return method


for _name in ('run_in_executor', 'set_default_executor', 'add_reader', 'remove_reader', 'add_writer', 'remove_writer',
              'add_signal_handler', 'remove_signal_handler'):
    setattr(BaseEventLoop, _name, _not_implemented(_name, False))
for _name in ('getaddrinfo', 'getnameinfo', 'create_connection', 'create_server', 'sendfile', 'start_tls',
              'create_unix_connection', 'create_unix_server', 'connect_accepted_socket', 'create_datagram_endpoint',
              'connect_read_pipe', 'connect_write_pipe', 'subprocess_shell', 'subprocess_exec', 'sock_recv',
              'sock_recv_into', 'sock_recvfrom', 'sock_recvfrom_into', 'sock_sendall', 'sock_sendto', 'sock_connect',
              'sock_accept', 'sock_sendfile'):
    setattr(BaseEventLoop, _name, _not_implemented(_name, True))
del _name
