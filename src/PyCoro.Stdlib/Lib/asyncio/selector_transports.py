"""The transports of a selector loop: a stream socket and a datagram socket.

Writing tries the socket first, and only what the socket does not take is buffered; then the loop watches for room.
"""

import collections
import socket
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


def _refuse_other_than_bytes(data):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')


class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
    """What both have in common: how they close."""

    # Bytes received at once.
    max_size = 256 * 1024

    # For an instance whose __init__ failed.
    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra['socket'] = trsock.TransportSocket(sock)
        for name, ask in ('sockname', sock.getsockname), ('peername', sock.getpeername):
            if name not in self._extra:
                try:
                    self._extra[name] = ask()
                except OSError:
                    self._extra[name] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = self._new_buffer()
        # Above 0 when connection_lost() is on its way; counts attempts to write afterwards, too.
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach()
        loop._transports[self._sock_fd] = self

    def _new_buffer(self):
        return bytearray()

    def __repr__(self):
        facts = [type(self).__name__]
        if self._sock is None:
            facts.append('closed')
        elif self._closing:
            facts.append('closing')
        facts.append(f'fd={self._sock_fd}')
        if self._loop is not None and not self._loop.is_closed():
            selector = self._loop._selector
            reads = _test_selector_event(selector, self._sock_fd, _READ)
            writes = _test_selector_event(selector, self._sock_fd, _WRITE)
            facts.append(f"read={'polling' if reads else 'idle'}")
            facts.append(f"write=<{'polling' if writes else 'idle'}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(facts)}>"

    def __del__(self, warn=warnings.warn):
        if self._sock is not None:
            warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._sock.close()

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if not self.is_reading():
            return
        self._paused = True
        self._loop._remove_reader(self._sock_fd)
        if self._loop.get_debug():
            selector_events.logger.debug('%r pauses reading', self)

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._add_reader(self._sock_fd, self._read_ready)
        if self._loop.get_debug():
            selector_events.logger.debug('%r resumes reading', self)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        _report_fatal(self, exc, message, selector_events.logger)
        self._force_close(exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach()

    def _add_reader(self, fd, callback, *args):
        if self.is_reading():
            self._loop._add_reader(fd, callback, *args)

    def _has_lost_connection(self):
        """Whether nothing can be sent any more; who goes on trying is told, after some attempts."""
        if not self._conn_lost:
            return False
        if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            selector_events.logger.warning('socket.send() raised exception.')
        self._conn_lost += 1
        return True

    def _close_if_drained(self):
        """After writing from the buffer; whether that was the last of a closing transport."""
        if self._buffer:
            return False
        self._loop._remove_writer(self._sock_fd)
        if self._closing:
            self._call_connection_lost(None)
        return self._closing


def _report_fatal(transport, exc, message, logger):
    """Broken connections are everyday life; other exceptions go to the exception handler."""
    if isinstance(exc, OSError):
        if transport._loop.get_debug():
            logger.debug('%r: %s', transport, message, exc_info=True)
        return
    transport._loop.call_exception_handler({
        'message': message,
        'exception': exc,
        'transport': transport,
        'protocol': transport._protocol,
    })


class _SelectorSocketTransport(_SelectorTransport):
    """A stream socket."""

    _start_tls_compatible = True
    _sendfile_compatible = constants._SendfileMode.TRY_NATIVE

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._read_ready_cb = None
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        # A future while the buffer is to run empty.
        self._empty_waiter = None
        base_events._set_nodelay(sock)
        loop.call_soon(protocol.connection_made, self)
        # Reading begins when the protocol knows of the connection.
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        is_buffered = isinstance(protocol, protocols.BufferedProtocol)
        self._read_ready_cb = self._read_into_buffer if is_buffered else self._read_data
        super().set_protocol(protocol)

    def _read_ready(self):
        self._read_ready_cb()

    def _receive(self, receive, *args):
        """What is there, or None when there is nothing, or something went wrong."""
        try:
            return receive(*args)
        except (BlockingIOError, InterruptedError):
            pass
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal read error on socket transport')
        return None

    def _ask_protocol(self, what, *args):
        """Call a method of the protocol. A pair: whether it worked, and the result."""
        try:
            return True, getattr(self._protocol, what)(*args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, f'Fatal error: protocol.{what}() call failed.')
            return False, None

    def _read_data(self):
        if self._conn_lost:
            return
        data = self._receive(self._sock.recv, self.max_size)
        if data:
            self._ask_protocol('data_received', data)
        elif data is not None:
            self._received_eof()

    def _read_into_buffer(self):
        if self._conn_lost:
            return
        worked, buffer = self._ask_protocol('get_buffer', -1)
        if not worked:
            return
        try:
            if not len(buffer):
                raise RuntimeError('get_buffer() returned an empty buffer')
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal error: protocol.get_buffer() call failed.')
            return
        count = self._receive(self._sock.recv_into, buffer)
        if count:
            self._ask_protocol('buffer_updated', count)
        elif count is not None:
            self._received_eof()

    def _received_eof(self):
        if self._loop.get_debug():
            selector_events.logger.debug('%r received EOF', self)
        worked, keeps_open = self._ask_protocol('eof_received')
        if not worked:
            return
        if keeps_open:
            # Writing goes on; there is nothing more to read.
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def write(self, data):
        _refuse_other_than_bytes(data)
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._empty_waiter is not None:
            raise RuntimeError('unable to write; sendfile is in progress')
        if not data or self._has_lost_connection():
            return
        if not self._buffer:
            sent = self._try_to_send(data)
            if sent is None:
                return
            data = memoryview(data)[sent:]
            if not data:
                return
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _try_to_send(self, data):
        """How many bytes the socket took; None after a fatal error."""
        try:
            return self._sock.send(data)
        except (BlockingIOError, InterruptedError):
            return 0
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if self._buffer:
                self._loop._remove_writer(self._sock_fd)
                self._buffer.clear()
            self._fatal_error(error, 'Fatal write error on socket transport')
            if self._empty_waiter is not None:
                self._empty_waiter.set_exception(error)
            return None

    def _write_ready(self):
        assert self._buffer, 'Data should not be empty'
        if self._conn_lost:
            return
        sent = self._try_to_send(self._buffer)
        if not sent:
            return
        del self._buffer[:sent]
        # The protocol may write, and so fill the buffer again.
        self._maybe_resume_protocol()
        if self._buffer:
            return
        if self._empty_waiter is not None:
            self._empty_waiter.set_result(None)
        if not self._close_if_drained() and self._eof:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def _call_connection_lost(self, exc):
        super()._call_connection_lost(exc)
        if self._empty_waiter is not None:
            self._empty_waiter.set_exception(ConnectionError('Connection is closed by peer'))

    def _make_empty_waiter(self):
        if self._empty_waiter is not None:
            raise RuntimeError('Empty waiter is already set')
        self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            self._empty_waiter.set_result(None)
        return self._empty_waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None

    def close(self):
        self._read_ready_cb = self._ignore_ready
        super().close()

    def _ignore_ready(self):
        """The descriptor was ready in the iteration in which the transport was closed."""


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    """A datagram socket."""

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        # Where the socket is connected.
        self._address = address
        self._buffer_size = 0
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _new_buffer(self):
        # Datagrams stay apart.
        return collections.deque()

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, sender = self._sock.recvfrom(self.max_size)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, sender)

    def sendto(self, data, addr=None):
        _refuse_other_than_bytes(data)
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
            if self._has_lost_connection():
                return
        if not self._buffer:
            if self._try_to_send(data, addr):
                return
            self._loop._add_writer(self._sock_fd, self._sendto_ready)
        # A copy: the caller may change its buffer.
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data)
        self._maybe_pause_protocol()

    def _try_to_send(self, data, addr):
        """False when there is no room now; what was sent, or failed for good, need not be sent again."""
        try:
            if self._extra['peername']:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal write error on datagram transport')
        return True

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer.popleft()
            self._buffer_size -= len(data)
            if not self._try_to_send(data, addr):
                self._buffer.appendleft((data, addr))
                self._buffer_size += len(data)
                break
            if self._conn_lost:
                return
        self._maybe_resume_protocol()
        self._close_if_drained()
