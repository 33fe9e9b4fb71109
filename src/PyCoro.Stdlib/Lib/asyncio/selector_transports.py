"""The transports of a selector loop: a stream socket and a datagram socket.

How bytes flow through a stream socket, and how both close, is native. Here is who they are: what they are made of, what they
say of themselves and of what goes wrong.
"""

import _asyncio
import collections
import warnings

from . import base_events
from . import constants
from . import futures
from . import protocols
from . import selector_events
from . import transports
from . import trsock

_READ, _WRITE = 1, 2


def _test_selector_event(selector, fd, event):
    """Whether the selector watches the descriptor for the event."""
    try:
        return bool(selector.get_key(fd).events & event)
    except KeyError:
        return False


def _address(ask):
    """The answer of getsockname() or getpeername(), None when there is none."""
    try:
        return ask()
    except OSError:
        return None


class _SelectorTransport(_asyncio._SelectorTransport, transports._FlowControlMixin):
    """What both have in common."""

    # Bytes received at once.
    max_size = 256 * 1024

    # What collects the data that was not sent yet.
    _new_buffer = bytearray

    _server = None
    _protocol_connected = False

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra.update(socket=trsock.TransportSocket(sock), sockname=_address(sock.getsockname))
        if 'peername' not in self._extra:
            self._extra['peername'] = _address(sock.getpeername)
        self._sock_fd = sock.fileno()
        self._buffer = self._new_buffer()
        self.set_protocol(protocol)
        if server is not None:
            server._attach()
            self._server = server
        # From here on the socket is the transport's own.
        self._sock = sock
        loop._transports[self._sock_fd] = self

    def _introduce(self, waiter):
        """Tell the protocol of its transport, then read, then wake who waits for the connection: each in its turn."""
        schedule = self._loop.call_soon
        schedule(self._protocol.connection_made, self)
        schedule(self._start_reading)
        if waiter is not None:
            schedule(futures._set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def get_write_buffer_size(self):
        return len(self._buffer)

    def __repr__(self):
        parts = [type(self).__name__]
        if self._sock is None or self._closing:
            parts.append('closed' if self._sock is None else 'closing')
        parts.append(f'fd={self._sock_fd}')
        loop = self._loop
        if loop is not None and not loop.is_closed():
            read, write = ('polling' if _test_selector_event(loop._selector, self._sock_fd, event) else 'idle' for event in (_READ, _WRITE))
            parts.append(f'read={read} write=<{write}, bufsize={self.get_write_buffer_size()}>')
        return f"<{' '.join(parts)}>"

    def __del__(self, warn=warnings.warn):
        sock = self._sock
        if sock is not None:
            warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            sock.close()

    def _call_connection_lost(self, exc):
        protocol, sock, server = self._protocol, self._sock, self._server
        try:
            if self._protocol_connected:
                protocol.connection_lost(exc)
        finally:
            sock.close()
            self._sock = self._protocol = self._loop = self._server = None
            if server is not None:
                server._detach()

    def _fatal_error(self, exc, message='Fatal error on transport'):
        """Report it, and end the connection."""
        if isinstance(exc, OSError):
            # Broken connections are everyday life.
            self._log_in_debug_mode('%r: %s', message, exc_info=exc)
        else:
            self._loop.call_exception_handler(dict(message=message, exception=exc, transport=self, protocol=self._protocol))
        self._force_close(exc)

    def _log_in_debug_mode(self, text, *args, **options):
        if self._loop.get_debug():
            selector_events.logger.debug(text, self, *args, **options)

    def _count_lost_write(self):
        """The connection is lost, and the program goes on sending: after some attempts it is told."""
        attempts, self._conn_lost = self._conn_lost, self._conn_lost + 1
        if attempts >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            selector_events.logger.warning('socket.send() raised exception.')


class _SelectorSocketTransport(_asyncio._SelectorSocketTransport, _SelectorTransport):
    """A stream socket."""

    _start_tls_compatible = True
    _sendfile_compatible = constants._SendfileMode.TRY_NATIVE

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        base_events._set_nodelay(sock)
        self._introduce(waiter)

    def set_protocol(self, protocol):
        self._is_buffered = isinstance(protocol, protocols.BufferedProtocol)
        super().set_protocol(protocol)

    # While a file is sent, write() is refused and nothing is read: the socket is with who sends.

    async def _lend_socket(self):
        """Send what is buffered and stop; tell whether the transport was reading."""
        if self._empty_waiter is not None:
            raise RuntimeError('Empty waiter is already set')
        was_reading = self.is_reading()
        self.pause_reading()
        drained = self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            drained.set_result(None)
        await drained
        return was_reading

    def _take_socket_back(self, reads_on):
        self._empty_waiter = None
        if reads_on:
            self.resume_reading()

    def _call_connection_lost(self, exc):
        super()._call_connection_lost(exc)
        if self._empty_waiter is not None:
            self._empty_waiter.set_exception(ConnectionError('Connection is closed by peer'))


class _SelectorDatagramTransport(_SelectorTransport):
    """A datagram socket: a datagram is sent or received as a whole, and an error of the system ends nothing."""

    # Pairs of a datagram and its address.
    _new_buffer = collections.deque

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        # Where the socket is connected.
        self._address = address
        self._buffer_size = 0
        self._introduce(waiter)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _exchange(self, direction, operation, *args):
        """Receive or send now; give what the socket answers. False when it would block, None when it failed and that is told."""
        try:
            return operation(*args)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, f'Fatal {direction} error on datagram transport')
        return None

    def _read_ready(self):
        if not self._conn_lost and (received := self._exchange('read', self._sock.recvfrom, self.max_size)):
            self._protocol.datagram_received(*received)

    def _send_now(self, data, addr):
        """Whether nothing is left to be sent: it was sent, or is lost."""
        if self._extra['peername']:
            return self._exchange('write', self._sock.send, data) is not False
        return self._exchange('write', self._sock.sendto, data, addr) is not False

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if not data:
            return
        connected = self._address
        if connected:
            if addr is not None and addr != connected:
                raise ValueError(f'Invalid address: must be None or {connected}')
            addr = connected
            if self._conn_lost:
                self._count_lost_write()
                return
        if not self._buffer:
            if self._send_now(data, addr):
                return
            self._loop._add_writer(self._sock_fd, self._sendto_ready)
        # A copy: the caller may change its buffer.
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data)
        self._maybe_pause_protocol()

    def _sendto_ready(self):
        """There is room: send what waits, the oldest first, as long as there is."""
        waiting = self._buffer
        while waiting and self._send_now(*waiting[0]):
            # A fatal error has emptied the buffer.
            if self._conn_lost:
                return
            self._buffer_size -= len(waiting.popleft()[0])
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            self._end_if_closing()
