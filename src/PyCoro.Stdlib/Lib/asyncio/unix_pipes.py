"""The transports of pipes, and of child processes with pipes."""

import os
import stat
import warnings

from . import base_subprocess
from . import constants
from . import futures
from . import selector_transports
from . import transports
from . import unix_events

_READ, _WRITE = 1, 2


class _PipeTransport:
    """What both ends have in common. One that owns a pipe ends it once: by connection_lost(), after which nothing is left."""

    # For an instance whose __init__ failed.
    _pipe = None
    _closing = False

    def _take(self, loop, pipe, protocol, allowed, message):
        """Become the owner of the pipe, which must be of one of the kinds; give its mode."""
        self._fileno = pipe.fileno()
        mode = os.fstat(self._fileno).st_mode
        self._extra['pipe'] = pipe
        if not any(is_kind(mode) for is_kind in allowed):
            self._fileno = self._protocol = None
            raise ValueError(message)
        os.set_blocking(self._fileno, False)
        self._loop, self._protocol, self._pipe = loop, protocol, pipe
        return mode

    def _begin(self, waiter, *registration):
        """Tell the protocol, and then make the registration and wake the waiter."""
        loop = self._loop
        loop.call_soon(self._protocol.connection_made, self)
        if registration:
            loop.call_soon(*registration)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _facts(self):
        facts = [type(self).__name__]
        if self._pipe is None:
            facts.append('closed')
        elif self._closing:
            facts.append('closing')
        facts.append(f'fd={self._fileno}')
        return facts

    def _activity(self, event):
        selector = getattr(self._loop, '_selector', None)
        if self._pipe is None:
            return 'closed'
        if selector is None:
            return 'open'
        return 'polling' if selector_transports._test_selector_event(selector, self._fileno, event) else 'idle'

    def __del__(self, warn=warnings.warn):
        if self._pipe is not None:
            warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._pipe.close()

    def is_closing(self):
        return self._closing

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def _say(self, level, text):
        if self._loop.get_debug():
            getattr(unix_events.logger, level)(text, self)

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        if not self._is_everyday(exc):
            self._loop.call_exception_handler(
                {'message': message, 'exception': exc, 'transport': self, 'protocol': self._protocol})
        elif self._loop.get_debug():
            unix_events.logger.debug('%r: %s', self, message, exc_info=True)
        self._close(exc)

    def _close(self, exc):
        """End it, whatever has not been written."""
        self._end_soon(exc)

    def _end_soon(self, exc):
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        protocol, pipe = self._protocol, self._pipe
        try:
            protocol.connection_lost(exc)
        finally:
            self._protocol = self._pipe = self._loop = None
            pipe.close()


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):
    """The end to read from."""

    # Bytes read at once.
    max_size = 256 * 1024

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._paused = False
        self._take(loop, pipe, protocol, (stat.S_ISFIFO, stat.S_ISSOCK, stat.S_ISCHR), 'Pipe transport is for pipes/sockets only.')
        self._begin(waiter, self._add_reader, self._fileno, self._read_ready)

    def __repr__(self):
        return f"<{' '.join([*self._facts(), self._activity(_READ)])}>"

    def _is_everyday(self, exc):
        import errno
        # What the end of a pseudo-terminal looks like.
        return isinstance(exc, OSError) and exc.errno == errno.EIO

    def _add_reader(self, fd, callback):
        if self.is_reading():
            self._loop._add_reader(fd, callback)

    def is_reading(self):
        return not self._paused and not self._closing

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._fileno)
            self._say('debug', '%r pauses reading')

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop._add_reader(self._fileno, self._read_ready)
            self._say('debug', '%r resumes reading')

    def _read_ready(self):
        try:
            data = os.read(self._fileno, self.max_size)
        except (BlockingIOError, InterruptedError):
            # Not yet.
            return
        except OSError as error:
            self._fatal_error(error, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
        else:
            self._say('info', '%r was closed by peer')
            self._loop.call_soon(self._protocol.eof_received)
            self._end_soon(None)

    def close(self):
        if not self._closing:
            self._close(None)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin, transports.WriteTransport):
    """The end to write to."""

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._buffer = bytearray()
        # Above 0 when connection_lost() is on its way; counts attempts to write afterwards, too.
        self._conn_lost = 0
        mode = self._take(loop, pipe, protocol, (stat.S_ISCHR, stat.S_ISFIFO, stat.S_ISSOCK),
                          'Pipe transport is only for pipes, sockets and character devices')
        # Nothing ever comes: readable means that the other end was closed. Of devices there is none.
        watch = () if stat.S_ISCHR(mode) else (loop._add_reader, self._fileno, self._read_ready)
        self._begin(waiter, *watch)

    def __repr__(self):
        activity = self._activity(_WRITE)
        facts = [*self._facts(), activity]
        if activity in ('polling', 'idle'):
            facts.append(f'bufsize={self.get_write_buffer_size()}')
        return f"<{' '.join(facts)}>"

    def _is_everyday(self, exc):
        return isinstance(exc, OSError)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        self._say('info', '%r was closed by peer')
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if not data:
            return
        if self._conn_lost or self._closing:
            self._refuse()
            return
        if not self._buffer:
            written = self._try_to_write(data)
            if written is None or written == len(data):
                return
            data = memoryview(data)[written:]
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _refuse(self):
        if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            unix_events.logger.warning('pipe closed by peer or os.write(pipe, data) raised exception.')
        self._conn_lost += 1

    def _try_to_write(self, data):
        """How much the pipe takes now; None when writing failed, and with it the transport."""
        try:
            return os.write(self._fileno, data)
        except (BlockingIOError, InterruptedError):
            return 0
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._conn_lost += 1
            if self._buffer:
                self._stop_writing()
            self._fatal_error(error, 'Fatal write error on pipe transport')
            return None

    def _stop_writing(self):
        self._buffer.clear()
        self._loop._remove_writer(self._fileno)

    def _write_ready(self):
        assert self._buffer, 'Data should not be empty'
        written = self._try_to_write(self._buffer)
        if not written:
            return
        if written == len(self._buffer):
            self._stop_writing()
        else:
            del self._buffer[:written]
        self._maybe_resume_protocol()
        if self._closing and not self._buffer:
            # All is written that close() has left.
            self._loop._remove_reader(self._fileno)
            self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        # The end of a pipe is its closing, which waits for what is written still.
        if not self._closing:
            self._closing = True
            if not self._buffer:
                self._end_soon(None)

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _close(self, exc):
        if self._buffer:
            self._stop_writing()
        self._end_soon(exc)


class _UnixSubprocessTransport(base_subprocess.BaseSubprocessTransport):
    """A child process with pipes."""

    def _start(self, **how):
        import subprocess
        self._proc = subprocess.Popen(how.pop('args'), universal_newlines=False, **how)
