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

    stdin = stdout = stderr = None

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit, self._transport = limit, None
        # What has still to end before the transport is closed: the child itself, and its outputs by their numbers.
        self._going_on = {'child'}
        self._input_closed = self._loop.create_future()

    def __repr__(self):
        streams = {name: getattr(self, name) for name in ('stdin', 'stdout', 'stderr')}
        shown = [f' {name}={stream!r}' for name, stream in streams.items() if stream is not None]
        return f"<{type(self).__name__}{''.join(shown)}>"

    def connection_made(self, transport):
        self._transport = transport
        for fd, name in ((1, 'stdout'), (2, 'stderr')):
            pipe = transport.get_pipe_transport(fd)
            if pipe is not None:
                reader = streams.StreamReader(limit=self._limit, loop=self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
                self._going_on.add(fd)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = streams.StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader(self, fd):
        return (None, self.stdout, self.stderr)[fd] if fd in (1, 2) else None

    def pipe_data_received(self, fd, data):
        if (reader := self._reader(fd)) is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            self._lose_input(exc)
            return
        reader = self._reader(fd)
        if reader is not None and exc is not None:
            reader.set_exception(exc)
        elif reader is not None:
            reader.feed_eof()
        self._has_ended(fd)

    def _lose_input(self, exc):
        if self.stdin is not None:
            self.stdin.close()
        self.connection_lost(exc)
        if exc is not None:
            self._input_closed.set_exception(exc)
            # Nobody need ask for it, by wait_closed().
            self._input_closed.exception()
        else:
            self._input_closed.set_result(None)

    def process_exited(self):
        self._has_ended('child')

    def _has_ended(self, part):
        self._going_on.discard(part)
        if not self._going_on and self._transport is not None:
            transport, self._transport = self._transport, None
            transport.close()

    def _get_close_waiter(self, stream):
        return self._input_closed if stream is self.stdin else None


class Process:
    """A child process, its input and its outputs."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.pid = transport.get_pid()
        self.stdin, self.stdout, self.stderr = protocol.stdin, protocol.stdout, protocol.stderr

    def __repr__(self):
        return f'<{type(self).__name__} {self.pid}>'

    async def communicate(self, input=None):
        """Write `input`, read both outputs to their ends, wait for the end of the child and give what was read."""
        jobs = [self._feed_stdin(input)] if self.stdin is not None else []
        outputs = {fd: stream for fd, stream in ((1, self.stdout), (2, self.stderr)) if stream is not None}
        jobs += map(self._read_stream, outputs)
        results = await tasks.gather(*jobs)
        await self.wait()
        read = dict(zip(outputs, results[len(results) - len(outputs):]))
        return read.get(1), read.get(2)

    async def _feed_stdin(self, data):
        report = logger.debug if self._loop.get_debug() else _say_nothing
        try:
            if data is not None:
                self.stdin.write(data)
                report('%r communicate: feed stdin (%s bytes)', self, len(data))
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            # It reads no more; its outputs may still be of interest.
            report('%r communicate: stdin got %r', self, error)
        self.stdin.close()

    async def _read_stream(self, fd):
        data = await (self.stdout if fd == 1 else self.stderr).read()
        self._transport.get_pipe_transport(fd).close()
        return data

    async def wait(self):
        """Wait for the end of the child and give its return code."""
        return await self._transport._wait()

    @property
    def returncode(self):
        """How the child ended, or None as long as it runs."""
        return self._transport.get_returncode()

    def kill(self):
        """End the child (SIGKILL)."""
        self._transport.kill()

    def send_signal(self, signal):
        """Send the child a signal."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Ask the child to end (SIGTERM)."""
        self._transport.terminate()


def _say_nothing(*report):
    """Nobody wants to know."""


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
