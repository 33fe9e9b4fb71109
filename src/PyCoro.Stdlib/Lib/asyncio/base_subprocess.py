"""The transport of a child process: the child, and a transport for each pipe to it."""

import warnings

from . import protocols
from . import tasks
from . import transports
from .log import logger

_PIPE_NAMES = ('stdin', 'stdout', 'stderr')
# That of the module subprocess, which is imported when a child is started.
_PIPE = -1


class _Announcements:
    """Calls of a protocol, each in an iteration of its own; none before the first, connection_made(), is due."""

    def __init__(self, loop):
        self._loop = loop
        self._held = []

    def make(self, callback, *args):
        """Call soon, or as soon as others are called."""
        if self._held is not None:
            self._held.append((callback, args))
        else:
            self._loop.call_soon(callback, *args)

    def begin(self, callback, *args):
        """Make this call, and then those that were held back."""
        calls, self._held = [(callback, args), *self._held], None
        for call, values in calls:
            self.make(call, *values)


class BaseSubprocessTransport(transports.SubprocessTransport):
    """Starts the child with _start(), which subclasses have, and tells the protocol what becomes of it and its pipes.

    The end is told when the child has ended and all pipes are closed, whatever comes last.
    """

    # Of one whose __init__ did not get so far.
    _closed = True
    _proc = _pid = _returncode = None

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, extra=None, **kwargs):
        super().__init__(extra)
        self._closed, self._loop, self._protocol = False, loop, protocol
        self._announcements = _Announcements(loop)
        # Done when all has been told; those who wait for the end are shielded from each other.
        self._over = loop.create_future()
        streams = dict(zip(_PIPE_NAMES, (stdin, stdout, stderr)))
        # The protocol of each pipe by the number of its stream; None until it is connected.
        self._ends = dict.fromkeys(fd for fd, name in enumerate(_PIPE_NAMES) if streams[name] == _PIPE)
        try:
            self._start(args=args, shell=shell, bufsize=bufsize, **streams, **kwargs)
        except BaseException:
            self.close()
            raise
        self._extra['subprocess'], self._pid = self._proc, self._proc.pid
        if loop.get_debug():
            logger.debug('process %r created: pid %s', args, self._pid)
        loop.create_task(self._connect(waiter))

    def _start(self, **how):
        """Start the child, a Popen, as self._proc."""
        raise NotImplementedError

    def __repr__(self):
        if self._returncode is not None:
            state = f'returncode={self._returncode}'
        else:
            state = 'not started' if self._pid is None else 'running'
        number = '' if self._pid is None else f'pid={self._pid}'
        pipes = [f'{_PIPE_NAMES[fd]}={end.pipe}' for fd, end in self._ends.items() if end is not None]
        facts = [type(self).__name__, 'closed' if self._closed else '', number, state, *pipes]
        return f"<{' '.join(filter(None, facts))}>"

    def __del__(self):
        if not self._closed:
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            if not self._loop.is_closed():
                self.close()

    # What a transport of a child can do.

    def get_pid(self):
        return self._pid

    def get_pipe_transport(self, fd):
        end = self._ends.get(fd)
        return end and end.pipe

    def get_returncode(self):
        return self._returncode

    def _signal(self, name, *args):
        if self._proc is None:
            raise ProcessLookupError()
        getattr(self._proc, name)(*args)

    def kill(self):
        self._signal('kill')

    def send_signal(self, signal):
        self._signal('send_signal', signal)

    def terminate(self):
        self._signal('terminate')

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if not self._closed:
            self._closed = True
            for end in filter(None, self._ends.values()):
                end.pipe.close()
            self._kill_unless_ended()

    def _kill_unless_ended(self):
        child = self._proc
        # It may have ended although nobody has told so yet.
        if child is None or self._returncode is not None or child.poll() is not None:
            return
        if self._loop.get_debug():
            logger.warning('Close running child process: kill %r', self)
        try:
            child.kill()
        except (ProcessLookupError, PermissionError):
            # It has ended just now, or may not be ended by us (set-uid programs).
            pass

    # What happens.

    async def _connect(self, waiter):
        failure = None
        try:
            for fd in self._ends:
                file = getattr(self._proc, _PIPE_NAMES[fd])
                if fd == 0:
                    _, end = await self._loop.connect_write_pipe(lambda: WriteSubprocessPipeProto(self, 0), file)
                else:
                    _, end = await self._loop.connect_read_pipe(lambda: ReadSubprocessPipeProto(self, fd), file)
                self._ends[fd] = end
            self._announcements.begin(self._protocol.connection_made, self)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            failure = error
        if waiter is None or waiter.cancelled():
            return
        if failure is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(failure)

    def _pipe_data_received(self, fd, data):
        self._announcements.make(self._protocol.pipe_data_received, fd, data)

    def _pipe_connection_lost(self, fd, exc):
        self._announcements.make(self._protocol.pipe_connection_lost, fd, exc)
        self._finish_when_all_is_over()

    def _process_exited(self, returncode):
        if self._loop.get_debug():
            logger.info('%r exited with return code %r', self, returncode)
        assert returncode is not None and self._returncode is None, (returncode, self._returncode)
        self._returncode = returncode
        # When it was not Popen that waited for the child, Popen must not wait, or complain, later.
        self._proc.returncode = returncode if self._proc.returncode is None else self._proc.returncode
        self._announcements.make(self._protocol.process_exited)
        self._finish_when_all_is_over()

    def _finish_when_all_is_over(self):
        if self._returncode is not None and all(end is not None and end.is_lost for end in self._ends.values()):
            self._announcements.make(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        protocol, code = self._protocol, self._returncode
        try:
            protocol.connection_lost(exc)
        finally:
            self._loop = self._proc = self._protocol = self._announcements = None
            # Only now, that those who go on find everything told.
            if not self._over.done():
                self._over.set_result(code)

    async def _wait(self):
        """Wait until the child has ended, and give how."""
        return await tasks.shield(self._over) if self._returncode is None else self._returncode


class WriteSubprocessPipeProto(protocols.BaseProtocol):
    """Tells the transport of the child what happens on one pipe."""

    # The transport of the pipe.
    pipe = None
    is_lost = False

    def __init__(self, child, fd):
        self._child, self.fd = child, fd

    def __repr__(self):
        return f'<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>'

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        child, self._child, self.is_lost = self._child, None, True
        child._pipe_connection_lost(self.fd, exc)

    def resume_writing(self):
        self._child._protocol.resume_writing()

    def pause_writing(self):
        self._child._protocol.pause_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, protocols.Protocol):
    """The same for a pipe to read from."""

    def data_received(self, data):
        self._child._pipe_data_received(self.fd, data)
