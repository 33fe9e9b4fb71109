"""Child processes to await on (library reference: Subprocesses)."""


from . import events
from . import protocols
from . import streams
from . import tasks
from .log import logger

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

# Those of the module subprocess, which need not be there for this one to be imported.
PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Makes streams of the child's pipes."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        self._open_outputs = []
        self._stdin_closed = self._loop.create_future()

    def __repr__(self):
        facts = [f'{name}={stream!r}' for name in ('stdin', 'stdout', 'stderr') if (stream := getattr(self, name)) is not None]
        return f"<{' '.join([type(self).__name__, *facts])}>"

    def connection_made(self, transport):
        self._transport = transport
        self.stdout = self._reader_of(1)
        self.stderr = self._reader_of(2)
        stdin = transport.get_pipe_transport(0)
        if stdin is not None:
            self.stdin = streams.StreamWriter(stdin, protocol=self, reader=None, loop=self._loop)

    def _reader_of(self, fd):
        pipe = self._transport.get_pipe_transport(fd)
        if pipe is None:
            return None
        reader = streams.StreamReader(limit=self._limit, loop=self._loop)
        reader.set_transport(pipe)
        self._open_outputs.append(fd)
        return reader

    def _output(self, fd):
        return {1: self.stdout, 2: self.stderr}.get(fd)

    def pipe_data_received(self, fd, data):
        reader = self._output(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if exc is None:
                self._stdin_closed.set_result(None)
            else:
                self._stdin_closed.set_exception(exc)
                # wait_closed() need not be called.
                self._stdin_closed.exception()
            return
        reader = self._output(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._open_outputs:
            self._open_outputs.remove(fd)
        self._close_when_all_is_over()

    def process_exited(self):
        self._process_exited = True
        self._close_when_all_is_over()

    def _close_when_all_is_over(self):
        if self._process_exited and not self._open_outputs and self._transport is not None:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        if stream is self.stdin:
            return self._stdin_closed


class Process:
    """A child process, its input and its outputs."""

    def __init__(self, transport, protocol, loop):
        self._transport = transport
        self._protocol = protocol
        self._loop = loop
        self.stdin = protocol.stdin
        self.stdout = protocol.stdout
        self.stderr = protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f'<{type(self).__name__} {self.pid}>'

    @property
    def returncode(self):
        """How the child ended, or None as long as it runs."""
        return self._transport.get_returncode()

    async def wait(self):
        """Wait for the end of the child and give its return code."""
        return await self._transport._wait()

    def send_signal(self, signal):
        """Send the child a signal."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Ask the child to end (SIGTERM)."""
        self._transport.terminate()

    def kill(self):
        """End the child (SIGKILL)."""
        self._transport.kill()

    async def _feed_stdin(self, data):
        debug = self._loop.get_debug()
        try:
            if data is not None:
                self.stdin.write(data)
                if debug:
                    logger.debug('%r communicate: feed stdin (%s bytes)', self, len(data))
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            # It reads no more; its outputs may still be of interest.
            if debug:
                logger.debug('%r communicate: stdin got %r', self, error)
        self.stdin.close()

    async def _read_stream(self, fd):
        stream = self.stdout if fd == 1 else self.stderr
        output = await stream.read()
        self._transport.get_pipe_transport(fd).close()
        return output

    async def _nothing(self):
        return None

    async def communicate(self, input=None):
        """Write `input`, read both outputs to their ends, wait for the end of the child and give what was read."""
        feeding = self._nothing() if self.stdin is None else self._feed_stdin(input)
        stdout = self._nothing() if self.stdout is None else self._read_stream(1)
        stderr = self._nothing() if self.stderr is None else self._read_stream(2)
        _, stdout, stderr = await tasks.gather(feeding, stdout, stderr)
        await self.wait()
        return stdout, stderr


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
    """Run a command of the shell and give a Process; keywords are those of loop.subprocess_shell()."""
    return await _create('subprocess_shell', limit, cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
    """Run a program and give a Process; keywords are those of loop.subprocess_exec()."""
    return await _create('subprocess_exec', limit, program, *args, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)


async def _create(method, limit, *args, **kwds):
    loop = events.get_running_loop()
    transport, protocol = await getattr(loop, method)(lambda: SubprocessStreamProtocol(limit=limit, loop=loop), *args, **kwds)
    return Process(transport, protocol, loop)
