"""The loop and the policy that scripts get: signals, Unix sockets, pipes and child processes (library reference: Event Loop)."""

import os
import sys

from . import addresses
from . import constants
from . import coroutines
from . import deferred
from . import events
from . import exceptions
from . import selector_events
from .log import logger

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy')

_WATCHERS = ('AbstractChildWatcher', 'BaseChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher',
             'MultiLoopChildWatcher', 'ThreadedChildWatcher')
_PIPES = ('_UnixReadPipeTransport', '_UnixWritePipeTransport', '_UnixSubprocessTransport')

__getattr__ = deferred.importer(__name__, {
    'signal': None, 'socket': None, 'threading': None, 'subprocess': None,
    **dict.fromkeys(_WATCHERS, 'child_watchers'), **dict.fromkeys(_PIPES, 'unix_pipes')})

# So that functions here find what comes late, and what a test has put in its place.
_here = sys.modules[__name__]


def _sighandler_noop(signum, frame):
    """The handler of a signal that the loop handles: its number is in the loop's own pipe by then."""


def waitstatus_to_exitcode(status):
    """The exit code of a wait status; the status itself when it is none that ends a process."""
    has_ended = os.WIFEXITED(status) or os.WIFSIGNALED(status)
    return os.waitstatus_to_exitcode(status) if has_ended else status


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """The default loop."""

    def __init__(self, selector=None):
        super().__init__(selector)
        # The handle of each signal that the loop handles.
        self._signal_handlers = {}

    # Signals.

    def _process_self_data(self, data):
        for signum in data:
            # A zero only wakes the loop up.
            if signum:
                self._handle_signal(signum)

    def _handle_signal(self, sig):
        if (handle := self._signal_handlers.get(sig)) is not None:
            if not handle._cancelled:
                self._add_callback(handle)
            else:
                self.remove_signal_handler(sig)

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in _here.signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')

    def add_signal_handler(self, sig, callback, *args):
        """Call back in the loop when the signal comes; only in the main thread."""
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        self._check_signal(sig)
        self._check_closed()
        signal = _here.signal
        try:
            # The signal's number is written there before any Python code runs.
            signal.set_wakeup_fd(self._csock.fileno())
        except (ValueError, OSError) as error:
            raise RuntimeError(str(error))
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)
        try:
            signal.signal(sig, _sighandler_noop)
            signal.siginterrupt(sig, False)
        except OSError as error:
            del self._signal_handlers[sig]
            if not self._signal_handlers:
                self._drop_wakeup_fd()
            self._raise_if_uncatchable(error, sig)
            raise

    def remove_signal_handler(self, sig):
        """Handle the signal no more; tell whether it was handled."""
        self._check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal = _here.signal
        try:
            signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        except OSError as error:
            self._raise_if_uncatchable(error, sig)
            raise
        if not self._signal_handlers:
            self._drop_wakeup_fd()
        return True

    def close(self):
        super().close()
        if self._signal_handlers and sys.is_finalizing():
            import warnings
            warnings.warn(f'Closing the loop {self!r} on interpreter shutdown stage, skipping signal handlers removal',
                          ResourceWarning, source=self)
            self._signal_handlers.clear()
        for sig in tuple(self._signal_handlers):
            self.remove_signal_handler(sig)

    def _drop_wakeup_fd(self):
        try:
            _here.signal.set_wakeup_fd(-1)
        except (ValueError, OSError) as error:
            logger.info('set_wakeup_fd(-1) failed: %s', error)

    def _raise_if_uncatchable(self, error, sig):
        import errno
        if error.errno == errno.EINVAL:
            raise RuntimeError(f'sig {sig} cannot be caught')

    # Pipes and child processes.

    def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        return _here._UnixReadPipeTransport(self, pipe, protocol, waiter, extra)

    def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        return _here._UnixWritePipeTransport(self, pipe, protocol, waiter, extra)

    async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
        with events.get_child_watcher() as watcher:
            if not watcher.is_active():
                # Before the child is started.
                raise RuntimeError('asyncio.get_child_watcher() is not activated, subprocess support is not installed.')
            waiter = self.create_future()
            transport = _here._UnixSubprocessTransport(self, protocol, args, shell, stdin, stdout, stderr, bufsize,
                                                       waiter=waiter, extra=extra, **kwargs)
            watcher.add_child_handler(transport.get_pid(), self._child_watcher_callback, transport)
            try:
                await waiter
            except BaseException as error:
                if not isinstance(error, (SystemExit, KeyboardInterrupt)):
                    transport.close()
                    await transport._wait()
                raise
        return transport

    def _child_watcher_callback(self, pid, returncode, transport):
        # Skipping the iteration would tell of the end before the last output.
        self.call_soon_threadsafe(transport._process_exited, returncode)

    # Unix sockets.

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Connect to a Unix socket, and give a transport and a protocol."""
        assert server_hostname is None or isinstance(server_hostname, str)
        if ssl:
            if server_hostname is None:
                raise ValueError('you have to pass server_hostname when using ssl')
        elif server_hostname is not None:
            raise ValueError('server_hostname is only meaningful with ssl')
        addresses._check_ssl_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        socket = _here.socket
        if _is_path_given(path, sock, 'no path and sock were specified'):
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            sock.setblocking(False)
            try:
                await self.sock_connect(sock, os.fspath(path))
            except BaseException:
                sock.close()
                raise
        else:
            _check_unix_stream(socket, sock)
            sock.setblocking(False)
        return await self._create_connection_transport(
            sock, protocol_factory, ssl, server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
            ssl_shutdown_timeout=ssl_shutdown_timeout)

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
        """Make a server at a Unix socket."""
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        addresses._check_ssl_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        socket = _here.socket
        if _is_path_given(path, sock, 'path was not specified, and no sock specified'):
            sock = _bind_unix(socket, os.fspath(path))
        else:
            _check_unix_stream(socket, sock)
        return await self._serve([sock], protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout, start_serving)

    # sendfile(2).

    async def _sock_sendfile_native(self, sock, file, offset, count):
        if not hasattr(os, 'sendfile'):
            raise exceptions.SendfileNotAvailableError('os.sendfile() is not available')
        try:
            fileno = file.fileno()
            size = os.fstat(fileno).st_size
        except (AttributeError, OSError, TypeError, ValueError):
            raise exceptions.SendfileNotAvailableError('not a regular file')
        blocksize = count if count else size
        if not blocksize:
            return 0
        done = self.create_future()
        self._sock_sendfile_native_impl(done, None, sock, fileno, offset, count, blocksize, 0)
        return await done

    def _sock_sendfile_native_impl(self, done, registered_fd, sock, fileno, offset, count, blocksize, total_sent):
        """Send a block, and come back for the next one when the socket has room again."""
        fd = sock.fileno()
        if registered_fd is not None:
            self.remove_writer(registered_fd)
        if count:
            blocksize = count - total_sent
        outcome = None
        if not done.cancelled() and blocksize > 0:
            try:
                sent = os.sendfile(fd, fileno, offset, blocksize)
                goes_on = sent > 0
            except (BlockingIOError, InterruptedError):
                sent, goes_on = 0, True
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                goes_on, outcome = False, _sendfile_failure(error, registered_fd, total_sent)
            if goes_on:
                if registered_fd is None:
                    done.add_done_callback(lambda done: done.cancelled() and sock.fileno() != -1 and self.remove_writer(fd))
                self.add_writer(fd, self._sock_sendfile_native_impl, done, fd, sock, fileno, offset + sent, count, blocksize,
                                total_sent + sent)
                return
        if total_sent:
            # The file's position is as if it had been read.
            os.lseek(fileno, offset, os.SEEK_SET)
        if outcome is not None:
            done.set_exception(outcome)
        elif not done.cancelled():
            done.set_result(total_sent)


def _sendfile_failure(error, registered_fd, total_sent):
    import errno
    if not isinstance(error, OSError):
        return error
    if registered_fd is not None and error.errno == errno.ENOTCONN and type(error) is not ConnectionError:
        # As the other operations of sockets say it.
        failure = ConnectionError('socket is not connected', errno.ENOTCONN)
        failure.__cause__ = error
        return failure
    if not total_sent:
        # The system cannot do it with these: there is another way.
        return exceptions.SendfileNotAvailableError('os.sendfile call failed')
    return error


def _is_path_given(path, sock, complaint):
    """Is it a path, and not a socket? It must be one of them."""
    if path is None and sock is None:
        raise ValueError(complaint)
    if path is not None and sock is not None:
        raise ValueError('path and sock can not be specified at the same time')
    return path is not None


def _check_unix_stream(socket, sock):
    if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')


def _bind_unix(socket, path):
    import errno
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    addresses._remove_stale_socket(path)
    try:
        sock.bind(path)
    except OSError as error:
        sock.close()
        if error.errno == errno.EADDRINUSE:
            raise OSError(errno.EADDRINUSE, f'Address {path!r} is already in use') from None
        raise
    except BaseException:
        sock.close()
        raise
    return sock


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """The default policy, with a watcher of child processes."""

    _loop_factory = _UnixSelectorEventLoop

    def __init__(self):
        super().__init__()
        self._watcher = None

    def set_event_loop(self, loop):
        """Set the loop of this thread; the watcher follows the main thread's."""
        super().set_event_loop(loop)
        if self._watcher is not None and events._is_main_thread():
            self._watcher.attach_loop(loop)

    def get_child_watcher(self):
        """Give the watcher of child processes; made when it is first asked for."""
        if self._watcher is None:
            self._watcher = _here.ThreadedChildWatcher()
            if events._is_main_thread():
                self._watcher.attach_loop(self._local._loop)
        return self._watcher

    def set_child_watcher(self, watcher):
        """Set the watcher of child processes."""
        assert watcher is None or isinstance(watcher, _here.AbstractChildWatcher)
        previous, self._watcher = self._watcher, watcher
        if previous is not None:
            previous.close()


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
