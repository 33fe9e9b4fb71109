"""Streams: connections to await on (library reference: Streams)."""

import sys

from . import coroutines
from . import events
from . import exceptions
from . import format_helpers
from . import protocols
from .tasks import sleep

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')

# Bytes that a reader buffers before it stops the transport, half of what it holds at most; also the longest line.
_DEFAULT_LIMIT = 2 ** 16


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect, and give a StreamReader and a StreamWriter; keywords are those of loop.create_connection()."""
    return await _open('create_connection', limit, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """The same over a Unix socket."""
    return await _open('create_unix_connection', limit, path, **kwds)


async def _open(method, limit, *args, **kwds):
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await getattr(loop, method)(lambda: protocol, *args, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serve: `client_connected_cb` is called for each client with a StreamReader and a StreamWriter.

    It may be a coroutine function: then a task runs it. Keywords are those of loop.create_server().
    """
    loop = events.get_running_loop()
    return await loop.create_server(_protocols_for(client_connected_cb, limit, loop), host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """The same over a Unix socket."""
    loop = events.get_running_loop()
    return await loop.create_unix_server(_protocols_for(client_connected_cb, limit, loop), path, **kwds)


def _protocols_for(client_connected_cb, limit, loop):
    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)

    return factory


class FlowControlMixin(protocols.Protocol):
    """Makes writers wait between pause_writing() and resume_writing()."""

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._paused = False
        self._connection_lost = False
        # Those who wait in drain().
        self._drainers = []

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        self._release(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._release(exc)

    def _release(self, exc):
        for drainer in self._drainers:
            if drainer.done():
                continue
            if exc is None:
                drainer.set_result(None)
            else:
                drainer.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if not self._paused:
            return
        drainer = self._loop.create_future()
        self._drainers.append(drainer)
        try:
            await drainer
        finally:
            self._drainers.remove(drainer)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin, protocols.Protocol):
    """Feeds a StreamReader from a transport."""

    _source_traceback = None

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._client_connected_cb = client_connected_cb
        self._closed = self._loop.create_future()
        self._over_ssl = False
        self._transport = self._writer = self._task = None
        # A server's program gets reader and writer from here and may drop the reader while it writes; then what still comes
        # can be thrown away. A client holds the protocol by its writer, and is not to keep a dropped reader alive.
        self._strong_reader = self._weak_reader = None
        if stream_reader is not None:
            import weakref
            self._weak_reader = weakref.ref(stream_reader)
            self._source_traceback = stream_reader._source_traceback
            if client_connected_cb is not None:
                self._strong_reader = stream_reader
        self._reject_connection = False

    @property
    def _stream_reader(self):
        return None if self._weak_reader is None else self._weak_reader()

    def _replace_writer(self, writer):
        """TLS has come between: the protocol goes on with another transport."""
        self._writer = writer
        self._transport = writer.transport
        self._over_ssl = self._transport.get_extra_info('sslcontext') is not None

    def connection_made(self, transport):
        if self._reject_connection:
            context = {
                'message': 'An open stream was garbage collected prior to establishing network connection; '
                           'call "stream.close()" explicitly.',
            }
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)
            transport.abort()
            return
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        self._over_ssl = transport.get_extra_info('sslcontext') is not None
        if self._client_connected_cb is not None:
            self._writer = StreamWriter(transport, self, reader, self._loop)
            outcome = self._client_connected_cb(reader, self._writer)
            if coroutines.iscoroutine(outcome):
                self._task = self._loop.create_task(outcome)
                self._task.add_done_callback(self._client_done)
            self._strong_reader = None

    def _client_done(self, task):
        if task.cancelled():
            self._transport.close()
            return
        failure = task.exception()
        if failure is not None:
            self._loop.call_exception_handler({
                'message': 'Unhandled exception in client_connected_cb',
                'exception': failure,
                'transport': self._transport,
            })
            self._transport.close()

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
        super().connection_lost(exc)
        self._weak_reader = self._strong_reader = None
        self._writer = self._task = self._transport = None

    def data_received(self, data):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_data(data)

    def eof_received(self):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof()
        # TLS cannot be half closed.
        return not self._over_ssl

    def _get_close_waiter(self, stream):
        return self._closed

    def __del__(self):
        # Nobody waited for the end of the connection: how it ended interests nobody either.
        closed = getattr(self, '_closed', None)
        if closed is not None and closed.done() and not closed.cancelled():
            closed.exception()


class StreamWriter:
    """Writes to a connection."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        # None when the reader was dropped before.
        assert reader is None or isinstance(reader, StreamReader)
        self._reader = reader
        self._loop = loop
        self._complete_fut = loop.create_future()
        self._complete_fut.set_result(None)

    def __repr__(self):
        facts = [type(self).__name__, f'transport={self._transport!r}']
        if self._reader is not None:
            facts.append(f'reader={self._reader!r}')
        return f"<{' '.join(facts)}>"

    @property
    def transport(self):
        """The transport underneath."""
        return self._transport

    def write(self, data):
        """Send bytes, or buffer them to be sent; follow it by `await drain()`."""
        self._transport.write(data)

    def writelines(self, data):
        """Send several pieces as if they were one."""
        self._transport.writelines(data)

    def write_eof(self):
        """Tell the other end that no more will come."""
        return self._transport.write_eof()

    def can_write_eof(self):
        """Tell whether write_eof() works here."""
        return self._transport.can_write_eof()

    def close(self):
        """Close the connection when what is buffered has been sent; follow it by `await wait_closed()`."""
        return self._transport.close()

    def is_closing(self):
        """Tell whether the connection is closed or closing."""
        return self._transport.is_closing()

    async def wait_closed(self):
        """Wait until the connection is closed."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        """Get optional information about the transport."""
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Wait until there is room in the transport's buffer."""
        if self._reader is not None:
            failure = self._reader.exception()
            if failure is not None:
                raise failure
        if self._transport.is_closing():
            # connection_lost() comes one iteration after the transport has noticed: let it come before the question below.
            await sleep(0)
        await self._protocol._drain_helper()

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None):
        """Go on over TLS."""
        is_server = self._protocol._client_connected_cb is not None
        await self.drain()
        self._transport = await self._loop.start_tls(
            self._transport, self._protocol, sslcontext, server_side=is_server, server_hostname=server_hostname,
            ssl_handshake_timeout=ssl_handshake_timeout)
        self._protocol._replace_writer(self)

    def __del__(self):
        transport = getattr(self, '_transport', None)
        if transport is not None and not transport.is_closing():
            import warnings
            if self._loop.is_closed():
                warnings.warn('loop is closed', ResourceWarning)
            else:
                self.close()
                warnings.warn(f'unclosed {self!r}', ResourceWarning)


class StreamReader:
    """Reads from a connection."""

    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._exception = None
        # The future of the task that waits for more, one at the most.
        self._waiter = None
        self._transport = None
        self._paused = False
        if self._loop.get_debug():
            self._source_traceback = format_helpers.extract_stack(sys._getframe(1))

    def __repr__(self):
        facts = (
            (self._buffer, f'{len(self._buffer)} bytes'),
            (self._eof, 'eof'),
            (self._limit != _DEFAULT_LIMIT, f'limit={self._limit}'),
            (self._waiter, f'waiter={self._waiter!r}'),
            (self._exception, f'exception={self._exception!r}'),
            (self._transport, f'transport={self._transport!r}'),
            (self._paused, 'paused'),
        )
        return f"<{' '.join([type(self).__name__, *(text for worth_telling, text in facts if worth_telling)])}>"

    def exception(self):
        """Give the exception that ended the stream, or None."""
        return self._exception

    def set_exception(self, exc):
        """End the stream with an exception."""
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def set_transport(self, transport):
        """The transport to be paused when the buffer is full."""
        assert self._transport is None, 'Transport already set'
        self._transport = transport

    def feed_eof(self):
        """No more will come."""
        self._eof = True
        self._wake_waiter()

    def at_eof(self):
        """Tell whether the buffer is empty and no more will come."""
        return self._eof and not self._buffer

    def feed_data(self, data):
        """More has come."""
        assert not self._eof, 'feed_data after feed_eof'
        if not data:
            return
        self._buffer.extend(data)
        self._wake_waiter()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                # It cannot pause: so be it, the buffer grows.
                self._transport = None
            else:
                self._paused = True

    def _wake_waiter(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def _take(self, count):
        """Cut the first bytes from the buffer; with room again the transport goes on."""
        taken = bytes(self._buffer) if count >= len(self._buffer) else bytes(memoryview(self._buffer)[:count])
        self._drop(count)
        return taken

    def _drop(self, count):
        del self._buffer[:count]
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    async def _wait_for_data(self, caller):
        """Wait until feed_data() or feed_eof() is called."""
        if self._waiter is not None:
            raise RuntimeError(f'{caller}() called while another coroutine is already waiting for incoming data')
        assert not self._eof, '_wait_for_data after EOF'
        if self._paused:
            # The buffer is full, and still not enough for who waits.
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    async def readline(self):
        """Read up to and with the next newline; what there is at the end of the stream.

        ValueError when the line is longer than the limit: what was found of it is dropped.
        """
        newline = b'\n'
        try:
            return await self.readuntil(newline)
        except exceptions.IncompleteReadError as error:
            return error.partial
        except exceptions.LimitOverrunError as error:
            if self._buffer.startswith(newline, error.consumed):
                self._drop(error.consumed + len(newline))
            else:
                self._drop(len(self._buffer))
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b'\n'):
        """Read up to and with the separator.

        IncompleteReadError when the stream ends before, LimitOverrunError when the limit is reached: then all stays there.
        """
        width = len(separator)
        if not width:
            raise ValueError('Separator should be at least one-byte string')
        if self._exception is not None:
            raise self._exception
        # Up to here there is no separator; a part of it may stand at the end.
        searched = 0
        while True:
            if len(self._buffer) - searched >= width:
                found = self._buffer.find(separator, searched)
                if found >= 0:
                    if found > self._limit:
                        raise exceptions.LimitOverrunError('Separator is found, but chunk is longer than limit', found)
                    return self._take(found + width)
                searched = len(self._buffer) + 1 - width
                if searched > self._limit:
                    raise exceptions.LimitOverrunError('Separator is not found, and chunk exceed the limit', searched)
            if self._eof:
                raise exceptions.IncompleteReadError(self._take(len(self._buffer)), None)
            await self._wait_for_data('readuntil')

    async def read(self, n=-1):
        """Read at most `n` bytes as soon as there are any; all to the end of the stream when `n` is negative."""
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b''
        if n < 0:
            # The limit does not hold here: piece by piece.
            pieces = []
            while piece := await self.read(self._limit):
                pieces.append(piece)
            return b''.join(pieces)
        if not self._buffer and not self._eof:
            await self._wait_for_data('read')
        return self._take(n)

    async def readexactly(self, n):
        """Read `n` bytes; IncompleteReadError when the stream ends before."""
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        if self._exception is not None:
            raise self._exception
        while len(self._buffer) < n:
            if self._eof:
                raise exceptions.IncompleteReadError(self._take(len(self._buffer)), n)
            await self._wait_for_data('readexactly')
        return self._take(n) if n else b''

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line
