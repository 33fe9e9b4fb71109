"""The part of a loop that sends files and starts TLS on standing connections."""

from . import addresses
from . import constants
from . import exceptions
from . import protocols
from . import transports


class Sending:
    """Loops with a faster way override the _native methods."""

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Send a file over a transport and give the number of bytes."""
        if transport.is_closing():
            raise RuntimeError('Transport is closing')
        mode = getattr(transport, '_sendfile_compatible', constants._SendfileMode.UNSUPPORTED)
        if mode is constants._SendfileMode.UNSUPPORTED:
            raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
        if mode is constants._SendfileMode.TRY_NATIVE:
            try:
                return await self._sendfile_native(transport, file, offset, count)
            except exceptions.SendfileNotAvailableError:
                if not fallback:
                    raise
        if not fallback:
            raise RuntimeError(f'fallback is disabled and native sendfile is not supported for transport {transport!r}')
        return await self._sendfile_fallback(transport, file, offset, count)

    async def _sendfile_native(self, transp, file, offset, count):
        raise exceptions.SendfileNotAvailableError('sendfile syscall is not supported')

    async def _sendfile_fallback(self, transp, file, offset, count):
        protocol = _SendfileFallbackProtocol(transp)

        async def send(piece):
            await protocol.drain()
            transp.write(piece)

        try:
            return await self._send_pieces(file, offset, count, send)
        finally:
            await protocol.restore()

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        """Send a file over a socket and give the number of bytes."""
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')
        addresses._check_ssl_socket(sock)
        self._check_sendfile_params(sock, file, offset, count)
        try:
            return await self._sock_sendfile_native(sock, file, offset, count)
        except exceptions.SendfileNotAvailableError:
            if not fallback:
                raise
        return await self._sock_sendfile_fallback(sock, file, offset, count)

    async def _sock_sendfile_native(self, sock, file, offset, count):
        raise exceptions.SendfileNotAvailableError(f'syscall sendfile is not available for socket {sock!r} and file {file!r} combination')

    async def _sock_sendfile_fallback(self, sock, file, offset, count):
        async def send(piece):
            await self.sock_sendall(sock, piece)

        return await self._send_pieces(file, offset, count, send)

    async def _send_pieces(self, file, offset, count, send):
        if hasattr(file, 'seek'):
            file.seek(offset)
        largest = constants.SENDFILE_FALLBACK_READBUFFER_SIZE
        buffer = bytearray(min(count, largest) if count else largest)
        sent = 0
        try:
            while count is None or sent < count:
                room = memoryview(buffer)
                if count is not None:
                    room = room[:count - sent]
                length = await self.run_in_executor(None, file.readinto, room)
                if not length:
                    break
                await send(room[:length])
                sent += length
            return sent
        finally:
            if sent and hasattr(file, 'seek'):
                file.seek(offset + sent)

    def _check_sendfile_params(self, sock, file, offset, count):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if sock.type != addresses._base().socket.SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            message = f'count must be a positive integer (got {count!r})'
            if not isinstance(count, int):
                raise TypeError(message)
            if count <= 0:
                raise ValueError(message)
        message = f'offset must be a non-negative integer (got {offset!r})'
        if not isinstance(offset, int):
            raise TypeError(message)
        if offset < 0:
            raise ValueError(message)

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Go on over TLS; the new transport is the result, and the old one must not be used any more."""
        ssl = addresses._base().ssl
        if ssl is None:
            raise RuntimeError('Python ssl module is not available')
        if not isinstance(sslcontext, ssl.SSLContext):
            raise TypeError(f'sslcontext is expected to be an instance of ssl.SSLContext, got {sslcontext!r}')
        if not getattr(transport, '_start_tls_compatible', False):
            raise TypeError(f'transport {transport!r} is not supported by start_tls()')
        from . import sslproto
        waiter = self.create_future()
        tls = sslproto.SSLProtocol(self, protocol, sslcontext, waiter, server_side, server_hostname, call_connection_made=False,
                                   ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        # What comes from now on is TLS: it must not reach the old protocol.
        transport.pause_reading()
        transport.set_protocol(tls)
        scheduled = self.call_soon(tls.connection_made, transport), self.call_soon(transport.resume_reading)
        try:
            await waiter
        except BaseException:
            transport.close()
            for handle in scheduled:
                handle.cancel()
            raise
        return tls._app_transport


class _SendfileFallbackProtocol(protocols.Protocol):
    """Takes the place of a transport's protocol while a file is sent."""

    def __init__(self, transp):
        if not isinstance(transp, transports._FlowControlMixin):
            raise TypeError('transport should be _FlowControlMixin instance')
        self._transport = transp
        self._proto = transp.get_protocol()
        self._was_reading = transp.is_reading()
        self._was_paused = transp._protocol_paused
        transp.pause_reading()
        transp.set_protocol(self)
        # While the transport wants no more: a future.
        self._write_ready_fut = transp._loop.create_future() if self._was_paused else None

    async def drain(self):
        if self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')
        if self._write_ready_fut is not None:
            await self._write_ready_fut

    def connection_made(self, transport):
        raise RuntimeError('Invalid state: connection should have been established already.')

    def connection_lost(self, exc):
        if self._write_ready_fut is not None:
            # Happens when the connection breaks during the sending.
            self._write_ready_fut.set_exception(ConnectionError('Connection is closed by peer') if exc is None else exc)
        self._proto.connection_lost(exc)

    def pause_writing(self):
        if self._write_ready_fut is None:
            self._write_ready_fut = self._transport._loop.create_future()

    def resume_writing(self):
        if self._write_ready_fut is not None:
            self._write_ready_fut.set_result(False)
            self._write_ready_fut = None

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')

    async def restore(self):
        self._transport.set_protocol(self._proto)
        if self._was_reading:
            self._transport.resume_reading()
        if self._write_ready_fut is not None:
            # The protocol has not heard yet that there is room again, and hears it itself now.
            self._write_ready_fut.cancel()
        if self._was_paused:
            self._proto.resume_writing()
