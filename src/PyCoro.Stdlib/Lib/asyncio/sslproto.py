"""TLS between a transport and a protocol.

SSLProtocol is the protocol of the plain transport and has a transport of its own for the program's protocol. Between the two
stands an SSLObject with its two memory BIOs: what arrives is put into the one, and what is in the other is sent. A connection goes
through the phases below in their order, though it may leave some out; each has a step that is taken whenever something arrived.
"""

import collections
import enum
import warnings

from . import constants
from . import deferred
from . import exceptions
from . import protocols
from . import transports
from .log import logger

__getattr__ = deferred.importer(__name__, {'ssl': None}, optional=('ssl',))


class SSLProtocolState(enum.Enum):
    """The phases of a connection."""

    UNWRAPPED = 'UNWRAPPED'         # nothing of TLS yet, or no more
    DO_HANDSHAKE = 'DO_HANDSHAKE'
    WRAPPED = 'WRAPPED'             # bytes flow
    FLUSHING = 'FLUSHING'           # closing: what was written is still sent
    SHUTDOWN = 'SHUTDOWN'           # closing: the peers tell each other


_UNWRAPPED, _DO_HANDSHAKE, _WRAPPED, _FLUSHING, _SHUTDOWN = SSLProtocolState


def _make_context(server_side, server_hostname):
    """The context of who gave none."""
    if server_side:
        raise ValueError('Server side SSL needs a valid SSLContext')
    import ssl
    context = ssl.create_default_context()
    if not server_hostname:
        context.check_hostname = False
    return context


def _checked_timeout(name, seconds, default):
    if seconds is None:
        return default
    if seconds <= 0:
        raise ValueError(f'{name} should be a positive number, got {seconds}')
    return seconds


def _marks(high, low, default_kib):
    """High and low water mark; what is not given follows from the other."""
    if high is None:
        high = default_kib * 1024 if low is None else 4 * low
    if low is None:
        low = high // 4
    if not high >= low >= 0:
        raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
    return high, low


class _SSLProtocolTransport(transports._FlowControlMixin, transports.Transport):
    """What a program writes to and pauses."""

    _start_tls_compatible = True

    def __init__(self, loop, ssl_protocol):
        self._ssl_protocol = ssl_protocol
        self._closed = False
        super().__init__(None, loop)
        self._set_write_buffer_limits()

    @property
    def _sendfile_compatible(self):
        return constants._SendfileMode.FALLBACK

    def __del__(self, _warnings=warnings):
        if not self._closed:
            self._closed = True
            _warnings.warn('unclosed transport <asyncio._SSLProtocolTransport object>', ResourceWarning)

    def get_extra_info(self, name, default=None):
        """Get optional transport information."""
        return self._ssl_protocol._get_extra_info(name, default)

    def close(self):
        """Send what was written and say goodbye; then the protocol's connection_lost() is called with None."""
        if not self._closed:
            self._closed = True
            self._ssl_protocol._start_shutdown()

    def is_closing(self):
        return self._closed

    def get_protocol(self):
        return self._ssl_protocol._app_protocol

    def set_protocol(self, protocol):
        self._ssl_protocol._set_app_protocol(protocol)

    def abort(self):
        """Close at once; what is buffered is lost."""
        self._force_close(None)

    def _force_close(self, exc):
        self._closed = True
        self._ssl_protocol._abort(exc)

    def is_reading(self):
        return not self._ssl_protocol._app_reading_paused

    def pause_reading(self):
        """Let nothing arrive until resume_reading()."""
        self._ssl_protocol._pause_reading()

    def resume_reading(self):
        """Let arrive what comes, again."""
        self._ssl_protocol._resume_reading()

    def get_read_buffer_limits(self):
        return self._ssl_protocol._read_marks[::-1]

    def set_read_buffer_limits(self, high=None, low=None):
        """Set how much may have arrived, unread, before the plain transport is paused, and when it is resumed."""
        self._ssl_protocol._set_read_marks(high, low)

    def get_read_buffer_size(self):
        """Give the size of what has arrived and is not read."""
        return self._ssl_protocol._incoming.pending

    def get_write_buffer_size(self):
        return self._ssl_protocol._get_write_buffer_size()

    def _set_write_buffer_limits(self, high=None, low=None):
        self._high_water, self._low_water = _marks(high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_WRITE)

    def write(self, data):
        """Encrypt and send bytes; never waits."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data: expecting a bytes-like instance, got {type(data).__name__}')
        if data:
            self._ssl_protocol._write((data,))

    def writelines(self, list_of_data):
        """Encrypt and send an iterable of bytes; never waits."""
        self._ssl_protocol._write(list_of_data)

    def write_eof(self):
        """TLS cannot close one direction only."""
        raise NotImplementedError

    def can_write_eof(self):
        return False

    def _test__append_write_backlog(self, data):
        self._ssl_protocol._keep(data)


class SSLProtocol(protocols.BufferedProtocol):
    """The protocol of a plain transport that speaks TLS for another protocol."""

    # Bytes taken at once.
    max_size = 256 * 1024

    def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False, server_hostname=None, call_connection_made=True,
                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        from . import sslproto
        if sslproto.ssl is None:
            raise RuntimeError('stdlib ssl module not available')
        self._handshake_timeout = _checked_timeout('ssl_handshake_timeout', ssl_handshake_timeout, constants.SSL_HANDSHAKE_TIMEOUT)
        self._shutdown_timeout = _checked_timeout('ssl_shutdown_timeout', ssl_shutdown_timeout, constants.SSL_SHUTDOWN_TIMEOUT)
        self._ssl = sslproto.ssl
        self._again = self._ssl.SSLWantReadError, self._ssl.SSLWantWriteError, self._ssl.SSLSyscallError
        self._loop = loop
        self._waiter = waiter
        self._sslcontext = sslcontext or _make_context(server_side, server_hostname)
        self._server_side = server_side
        # An empty name says that the certificate may be for anybody.
        self._server_hostname = None if server_side or not server_hostname else server_hostname
        self._extra = {'sslcontext': self._sslcontext}
        self._transport = None
        self._sslobj = None
        self._incoming = self._ssl.MemoryBIO()
        self._outgoing = self._ssl.MemoryBIO()
        self._buffer = None
        self._timer = None
        self._state = _UNWRAPPED
        self._backlog = collections.deque()
        self._backlog_size = 0
        self._late_writes = 0
        self._is_plain_paused = False
        self._has_paused_plain = False
        self._has_plain_ended = False
        self._has_app_ended = False
        self._app_reading_paused = False
        self._is_app_connected = not call_connection_made
        self._set_read_marks(None, None)
        self._app_transport = _SSLProtocolTransport(loop, self)
        self._set_app_protocol(app_protocol)

    def _set_app_protocol(self, app_protocol):
        # The transport tells it to pause and to go on with writing.
        self._app_protocol = self._app_transport._protocol = app_protocol
        self._is_app_buffered = isinstance(app_protocol, protocols.BufferedProtocol)

    def _get_extra_info(self, name, default=None):
        if name in self._extra:
            return self._extra[name]
        return default if self._transport is None else self._transport.get_extra_info(name, default)

    # What the plain transport tells.

    def connection_made(self, transport):
        """The plain connection stands: begin the handshake."""
        self._transport = transport
        self._buffer = bytearray(self.max_size)
        if self._loop.get_debug():
            logger.debug('%r starts SSL handshake', self)
            self._handshake_began = self._loop.time()
        self._state = _DO_HANDSHAKE
        self._timer = self._loop.call_later(self._handshake_timeout, self._on_handshake_timeout)
        try:
            self._sslobj = self._sslcontext.wrap_bio(
                self._incoming, self._outgoing, server_side=self._server_side, server_hostname=self._server_hostname)
        except Exception as error:
            self._end_handshake(error)
        else:
            self._shake_hands()

    def connection_lost(self, exc):
        """The plain connection is over, and with it this one."""
        had_begun = self._state is not _DO_HANDSHAKE
        self._state = _UNWRAPPED
        self._drop_backlog()
        self._outgoing.read()
        self._app_transport._closed = True
        if had_begun and self._is_app_connected:
            self._is_app_connected = False
            self._loop.call_soon(self._app_protocol.connection_lost, exc)
        self._transport = None
        self._stop_timer()
        self._wake_waiter(exc)

    def get_buffer(self, sizehint):
        """What arrives goes here, to be put into the BIO."""
        if sizehint > len(self._buffer):
            self._buffer = bytearray(sizehint)
        return memoryview(self._buffer)

    def buffer_updated(self, nbytes):
        """So many bytes have arrived."""
        with memoryview(self._buffer) as view:
            self._incoming.write(view[:nbytes])
        step = self._steps.get(self._state)
        if step is not None:
            step(self)

    def eof_received(self):
        """The peer has ended the plain connection. True keeps it open until a paused program has read what came before."""
        self._has_plain_ended = True
        if self._loop.get_debug():
            logger.debug('%r received EOF', self)
        if self._state is _DO_HANDSHAKE:
            self._end_handshake(ConnectionResetError())
        elif self._state is _WRAPPED:
            self._state = _FLUSHING
            if self._app_reading_paused:
                return True
            self._flush()
        elif self._state is _FLUSHING:
            self._drop_backlog()
            self._state = _SHUTDOWN
            self._say_goodbye()
        elif self._state is _SHUTDOWN:
            self._say_goodbye()

    def pause_writing(self):
        """The plain transport's buffer is full: what is encrypted waits here."""
        self._is_plain_paused = True

    def resume_writing(self):
        """There is room again."""
        self._is_plain_paused = False
        self._send_encrypted()

    # The handshake.

    def _shake_hands(self):
        try:
            self._sslobj.do_handshake()
        except self._again:
            self._send_encrypted()
        except self._ssl.SSLError as error:
            self._send_encrypted()
            self._end_handshake(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._end_handshake(error)
        else:
            self._end_handshake(None)

    def _end_handshake(self, error):
        self._stop_timer()
        facts = {}
        if error is None:
            try:
                facts = {'peercert': self._sslobj.getpeercert()}
            except Exception as problem:
                error = problem
        if error is not None:
            self._state = _UNWRAPPED
            reason = ' on verifying the certificate' if isinstance(error, self._ssl.CertificateError) else ''
            self._fatal_error(error, f'SSL handshake failed{reason}')
            self._wake_waiter(error)
            return
        self._state = _WRAPPED
        if self._loop.get_debug():
            logger.debug('%r: SSL handshake took %.1f ms', self, (self._loop.time() - self._handshake_began) * 1e3)
        self._extra.update(facts, cipher=self._sslobj.cipher(), compression=self._sslobj.compression(), ssl_object=self._sslobj)
        if not self._is_app_connected:
            self._is_app_connected = True
            self._app_protocol.connection_made(self._app_transport)
        self._wake_waiter(None)
        self._send_encrypted()
        # The end of the handshake may have come with the first bytes.
        self._exchange()

    def _on_handshake_timeout(self):
        if self._state is _DO_HANDSHAKE:
            self._fatal_error(ConnectionAbortedError(
                f'SSL handshake is taking longer than {self._handshake_timeout} seconds: aborting the connection'))

    # Bytes in both directions.

    def _exchange(self):
        """Give the program what has arrived, and send what that made possible."""
        if self._state not in (_WRAPPED, _FLUSHING):
            return
        try:
            if not self._app_reading_paused:
                ended = self._read_into_buffers() if self._is_app_buffered else self._read_copies()
                if ended:
                    self._tell_app_of_end()
                    self._start_shutdown()
                if self._backlog:
                    self._encrypt()
                else:
                    self._send_encrypted()
            self._pause_plain_when_full()
        except Exception as error:
            self._fatal_error(error, 'Fatal error on SSL protocol')

    def _read_copies(self):
        """True at the end."""
        pieces = []
        piece = None
        try:
            while piece := self._sslobj.read(self.max_size):
                pieces.append(piece)
        except self._again:
            pass
        if pieces:
            self._app_protocol.data_received(pieces[0] if len(pieces) == 1 else b''.join(pieces))
        return piece == b''

    def _read_into_buffers(self):
        """True at the end."""
        try:
            while not self._app_reading_paused:
                buffer = self._app_protocol.get_buffer(self._incoming.pending or -1)
                if not len(buffer):
                    raise RuntimeError('get_buffer() returned an empty buffer')
                count = self._sslobj.read(len(buffer), buffer)
                if not count:
                    return True
                self._app_protocol.buffer_updated(count)
        except self._again:
            pass
        return False

    def _tell_app_of_end(self):
        if self._has_app_ended or not self._is_app_connected:
            return
        self._has_app_ended = True
        try:
            stays = self._app_protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Error calling eof_received()')
        else:
            if stays:
                logger.warning('returning true from eof_received() has no effect when using ssl')

    def _write(self, pieces):
        if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
            if self._late_writes >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                logger.warning('SSL connection is closed')
            self._late_writes += 1
            return
        for piece in pieces:
            self._keep(piece)
        try:
            if self._state is _WRAPPED:
                self._encrypt()
        except Exception as error:
            self._fatal_error(error, 'Fatal error on SSL protocol')

    def _keep(self, piece):
        self._backlog.append(piece)
        self._backlog_size += len(piece)

    def _drop_backlog(self):
        self._backlog.clear()
        self._backlog_size = 0

    def _encrypt(self):
        """Encrypt and send what the program has written."""
        try:
            while self._backlog:
                piece = self._backlog[0]
                count = self._sslobj.write(piece)
                self._backlog_size -= count
                if count < len(piece):
                    self._backlog[0] = memoryview(piece)[count:]
                else:
                    self._backlog.popleft()
        except self._again:
            pass
        self._send_encrypted()

    def _send_encrypted(self):
        if not self._is_plain_paused and self._outgoing.pending and self._transport is not None:
            self._transport.write(self._outgoing.read())
        transport = self._app_transport
        transport._maybe_pause_protocol()
        transport._maybe_resume_protocol()

    def _get_write_buffer_size(self):
        return self._outgoing.pending + self._backlog_size

    def _pause_reading(self):
        self._app_reading_paused = True

    def _resume_reading(self):
        if not self._app_reading_paused:
            return
        self._app_reading_paused = False
        step = {_WRAPPED: self._exchange, _FLUSHING: self._flush, _SHUTDOWN: self._say_goodbye}.get(self._state)
        if step is not None:
            self._loop.call_soon(step)

    def _set_read_marks(self, high, low):
        self._read_marks = _marks(high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_READ)
        self._pause_plain_when_full()

    def _pause_plain_when_full(self):
        """What the program does not read shall not pile up here."""
        high, low = self._read_marks
        size = self._incoming.pending
        if self._transport is None:
            return
        if size >= high and not self._has_paused_plain:
            self._has_paused_plain = True
            self._transport.pause_reading()
        elif size <= low and self._has_paused_plain:
            self._has_paused_plain = False
            self._transport.resume_reading()

    # The end.

    def _start_shutdown(self):
        if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
            return
        self._app_transport._closed = True
        if self._state is _DO_HANDSHAKE:
            self._abort(None)
            return
        self._state = _FLUSHING
        self._timer = self._loop.call_later(self._shutdown_timeout, self._on_shutdown_timeout)
        self._flush()

    def _flush(self):
        """Send all that was written, then say goodbye."""
        self._exchange()
        if self._state is not _FLUSHING:
            return
        try:
            self._encrypt()
        except Exception as error:
            self._fatal_error(error, 'Fatal error on SSL protocol')
            return
        if not self._get_write_buffer_size():
            self._state = _SHUTDOWN
            self._say_goodbye()

    def _say_goodbye(self):
        try:
            if not self._has_plain_ended:
                self._sslobj.unwrap()
        except self._again:
            self._send_encrypted()
        except self._ssl.SSLError as error:
            self._end_shutdown(error)
        else:
            self._send_encrypted()
            self._end_shutdown(None)

    def _end_shutdown(self, error):
        self._stop_timer()
        # An error here tells only that the peer has not said goodbye in the right way.
        if error is not None:
            self._fatal_error(error)
        elif self._transport is not None:
            self._tell_app_of_end()
            self._loop.call_soon(self._transport.close)

    def _on_shutdown_timeout(self):
        if self._state in (_FLUSHING, _SHUTDOWN) and self._transport is not None:
            self._transport._force_close(exceptions.TimeoutError('SSL shutdown timed out'))

    def _abort(self, exc):
        self._state = _UNWRAPPED
        if self._transport is not None:
            if exc is None:
                self._transport.abort()
            else:
                self._transport._force_close(exc)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if self._transport is not None:
            self._transport._force_close(exc)
        if isinstance(exc, OSError):
            if self._loop.get_debug():
                logger.debug('%r: %s', self, message, exc_info=True)
        elif not isinstance(exc, exceptions.CancelledError):
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self._transport,
                'protocol': self,
            })

    def _stop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wake_waiter(self, exc):
        waiter, self._waiter = self._waiter, None
        if waiter is None or waiter.cancelled():
            return
        if exc is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(exc)

    # What is done when something has arrived.
    _steps = {_DO_HANDSHAKE: _shake_hands, _WRAPPED: _exchange, _FLUSHING: _flush, _SHUTDOWN: _say_goodbye}
