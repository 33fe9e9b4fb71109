"""Streams: connections to await on (library reference: Streams). The buffer and what passes on to the transport are native."""

import weakref

import _asyncio

from . import coroutines
from . import events
from . import protocols
from .tasks import sleep

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')

# The longest line; a reader stops its transport when twice as much is buffered.
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


class StreamReader(_asyncio.StreamBuffer):
    """Reads from a connection."""

    async def read(self, n=-1):
        """Read at most `n` bytes as soon as there are any; all to the end of the stream when `n` is negative."""
        return await self._read(n)

    async def readexactly(self, n):
        """Read `n` bytes; IncompleteReadError when the stream ends before."""
        return await self._readexactly(n)

    async def readuntil(self, separator=b'\n'):
        """Read up to and with the separator.

        IncompleteReadError when the stream ends before, LimitOverrunError when the limit is reached: then all stays there.
        """
        return await self._readuntil(separator)

    async def readline(self):
        """Read up to and with the next newline; what there is at the end of the stream.

        ValueError when the line is longer than the limit: what was found of it is dropped.
        """
        return await self._readline()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line
        raise StopAsyncIteration


class StreamWriter(_asyncio.StreamOutlet):
    """Writes to a connection."""

    def __init__(self, transport, protocol, reader, loop):
        # None when the reader was dropped before.
        assert isinstance(reader, StreamReader | None)
        self._loop = loop
        self._reader = reader
        self._protocol = protocol
        self._transport = transport

    def __repr__(self):
        whence = '' if self._reader is None else f' reader={self._reader!r}'
        return f'<{type(self).__name__} transport={self._transport!r}{whence}>'

    async def drain(self):
        """Wait until there is room in the transport's buffer."""
        if self._reader is not None and (failure := self._reader.exception()) is not None:
            raise failure
        if self.is_closing():
            # connection_lost() comes one iteration after the transport has noticed: let it come before the question below.
            await sleep(0)
        await self._protocol._drain_helper()

    async def wait_closed(self):
        """Wait until the connection is closed."""
        await self._protocol._get_close_waiter(self)

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None):
        """Go on over TLS."""
        await self.drain()
        self._transport = await self._loop.start_tls(
            self._transport, self._protocol, sslcontext, server_side=self._protocol._is_of_server,
            server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout)
        self._protocol._go_on_over(self)

    def __del__(self):
        if self._transport is None or self.is_closing():
            return
        import warnings
        if self._loop.is_closed():
            warnings.warn('loop is closed', ResourceWarning)
            return
        self.close()
        warnings.warn(f'unclosed {self!r}', ResourceWarning)


class FlowControlMixin(protocols.Protocol):
    """Makes writers wait between pause_writing() and resume_writing()."""

    def __init__(self, loop=None):
        self._loop = loop or events.get_event_loop()
        self._connection_lost = self._paused = False
        # Those who wait in drain().
        self._drainers = _asyncio.WaitingLine()

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        self._drainers.wake()

    def connection_lost(self, exc):
        self._connection_lost = True
        if exc is not None:
            for drainer in self._drainers:
                _end(drainer, exc)
        elif self._paused:
            self._drainers.wake()

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if self._paused:
            await self._drainers.park(self._loop)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin, protocols.Protocol):
    """Feeds a StreamReader from a transport."""

    _source_traceback = _transport = _writer = _task = None
    _over_ssl = _reject_connection = False

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop)
        self._serve = client_connected_cb
        self._closed = self._loop.create_future()
        # A server's program gets reader and writer from here and may drop the reader while it writes; then what still comes
        # can be thrown away. A client holds the protocol by its writer, and is not to keep a dropped reader alive.
        self._held_reader = stream_reader if self._is_of_server else None
        self._find_reader = _no_reader
        if stream_reader is not None:
            self._find_reader = weakref.ref(stream_reader)
            self._source_traceback = stream_reader._source_traceback

    @property
    def _is_of_server(self):
        return self._serve is not None

    @property
    def _stream_reader(self):
        return self._find_reader()

    def connection_made(self, transport):
        if self._reject_connection:
            self._reject(transport)
            return
        self._use(transport)
        if (reader := self._find_reader()) is not None:
            reader.set_transport(transport)
        if not self._is_of_server:
            return
        self._writer = StreamWriter(transport, self, reader, self._loop)
        serving = self._serve(reader, self._writer)
        self._held_reader = None
        if coroutines.iscoroutine(serving):
            self._task = self._loop.create_task(serving)
            self._task.add_done_callback(self._served)

    def _use(self, transport):
        self._transport = transport
        self._over_ssl = transport.get_extra_info('sslcontext') is not None

    def _go_on_over(self, writer):
        """TLS has come between: the protocol goes on with another transport."""
        self._writer = writer
        self._use(writer.transport)

    def _reject(self, transport):
        traceback = {'source_traceback': self._source_traceback} if self._source_traceback else {}
        self._loop.call_exception_handler({
            'message': 'An open stream was garbage collected prior to establishing network connection; '
                       'call "stream.close()" explicitly.',
            **traceback,
        })
        transport.abort()

    def _served(self, task):
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            self._loop.call_exception_handler({
                'message': 'Unhandled exception in client_connected_cb',
                'exception': failure,
                'transport': self._transport,
            })
        if failure is not None or task.cancelled():
            self._transport.close()

    def data_received(self, data):
        if (reader := self._find_reader()) is not None:
            reader.feed_data(data)

    def eof_received(self):
        if (reader := self._find_reader()) is not None:
            reader.feed_eof()
        # TLS cannot be half closed.
        return not self._over_ssl

    def connection_lost(self, exc):
        reader = self._find_reader()
        if reader is None:
            pass
        elif exc is None:
            reader.feed_eof()
        else:
            reader.set_exception(exc)
        _end(self._closed, exc)
        if exc is not None and not self._closed.cancelled():
            # Should nobody wait for the end of the connection, how it ended interests nobody either.
            self._closed.exception()
        super().connection_lost(exc)
        self._find_reader, self._held_reader = _no_reader, None
        self._transport = self._writer = self._task = None

    def _get_close_waiter(self, stream):
        return self._closed


def _no_reader():
    return None


def _end(future, exc):
    """Wake who waits for a connection: it is over, by an exception or not."""
    if future.done():
        return
    if exc is None:
        future.set_result(None)
    else:
        future.set_exception(exc)
