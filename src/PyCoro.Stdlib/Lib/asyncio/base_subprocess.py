"""The transport of a child process: the child, and a transport for each pipe to it."""

import sys
import warnings

from . import protocols
from . import transports
from .log import logger

_PIPE_NAMES = ('stdin', 'stdout', 'stderr')
# That of the module subprocess, which is imported when a child is started.
_PIPE = -1


class BaseSubprocessTransport(transports.SubprocessTransport):
    """Starts the child with _start(), which subclasses have, and tells the protocol what becomes of it and its pipes.

    The end is told when the child has ended and all pipes are closed, whatever comes last.
    """

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, extra=None, **kwargs):
        super().__init__(extra)
        self._closed = False
        self._protocol = protocol
        self._loop = loop
        self._proc = None
        self._pid = None
        self._returncode = None
        self._exit_waiters = []
        # What the protocol is told before connection_made() waits here; None afterwards.
        self._postponed = []
        self._finished = False
        self._pipes = {fd: None for fd, wish in enumerate((stdin, stdout, stderr)) if wish == _PIPE}
        try:
            self._start(args=args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize, **kwargs)
        except BaseException:
            self.close()
            raise
        self._pid = self._proc.pid
        self._extra['subprocess'] = self._proc
        if loop.get_debug():
            logger.debug('process %r created: pid %s', args, self._pid)
        loop.create_task(self._connect_pipes(waiter))

    def __repr__(self):
        facts = [type(self).__name__]
        if self._closed:
            facts.append('closed')
        if self._pid is not None:
            facts.append(f'pid={self._pid}')
        if self._returncode is not None:
            facts.append(f'returncode={self._returncode}')
        else:
            facts.append('not started' if self._pid is None else 'running')
        for fd, pipe in sorted(self._pipes.items()):
            if pipe is not None:
                facts.append(f'{_PIPE_NAMES[fd]}={pipe.pipe}')
        return f"<{' '.join(facts)}>"

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        raise NotImplementedError

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            if pipe is not None:
                pipe.pipe.close()
        # The child may have ended although nobody has told so yet.
        if self._proc is not None and self._returncode is None and self._proc.poll() is None:
            if self._loop.get_debug():
                logger.warning('Close running child process: kill %r', self)
            try:
                self._proc.kill()
            except (ProcessLookupError, PermissionError):
                # It has ended just now, or may not be ended by us (set-uid programs).
                pass

    def __del__(self):
        if not getattr(self, '_closed', True):
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self.close()

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        pipe = self._pipes.get(fd)
        return None if pipe is None else pipe.pipe

    def _running(self):
        if self._proc is None:
            raise ProcessLookupError()
        return self._proc

    def send_signal(self, signal):
        self._running().send_signal(signal)

    def terminate(self):
        self._running().terminate()

    def kill(self):
        self._running().kill()

    async def _connect_pipes(self, waiter):
        try:
            for fd in self._pipes:
                connect = self._loop.connect_write_pipe if fd == 0 else self._loop.connect_read_pipe
                protocol_class = WriteSubprocessPipeProto if fd == 0 else ReadSubprocessPipeProto
                _, self._pipes[fd] = await connect(
                    lambda: protocol_class(self, fd), getattr(self._proc, _PIPE_NAMES[fd]))
            assert self._postponed is not None
            self._loop.call_soon(self._protocol.connection_made, self)
            postponed, self._postponed = self._postponed, None
            for callback, args in postponed:
                self._loop.call_soon(callback, *args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if waiter is not None and not waiter.cancelled():
                waiter.set_exception(error)
        else:
            if waiter is not None and not waiter.cancelled():
                waiter.set_result(None)

    def _tell(self, callback, *args):
        if self._postponed is None:
            self._loop.call_soon(callback, *args)
        else:
            self._postponed.append((callback, args))

    def _pipe_connection_lost(self, fd, exc):
        self._tell(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _pipe_data_received(self, fd, data):
        self._tell(self._protocol.pipe_data_received, fd, data)

    def _process_exited(self, returncode):
        assert returncode is not None, returncode
        assert self._returncode is None, self._returncode
        if self._loop.get_debug():
            logger.info('%r exited with return code %r', self, returncode)
        self._returncode = returncode
        if self._proc.returncode is None:
            # It was not Popen that waited for the child: Popen must not wait, or complain, later.
            self._proc.returncode = returncode
        self._tell(self._protocol.process_exited)
        self._try_finish()

    async def _wait(self):
        """Wait until the child has ended and give how."""
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._exit_waiters.append(waiter)
        return await waiter

    def _try_finish(self):
        assert not self._finished
        if self._returncode is None:
            return
        if all(pipe is not None and pipe.disconnected for pipe in self._pipes.values()):
            self._finished = True
            self._tell(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            # Only now, that those who go on find everything told.
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = None
            self._loop = None
            self._proc = None
            self._protocol = None


class WriteSubprocessPipeProto(protocols.BaseProtocol):
    """Tells the transport of the child what happens on one pipe."""

    def __init__(self, proc, fd):
        self.proc = proc
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def connection_made(self, transport):
        self.pipe = transport

    def __repr__(self):
        return f'<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>'

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, protocols.Protocol):
    """The same for a pipe to read from."""

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)
