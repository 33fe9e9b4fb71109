"""A loop that waits for files and sockets by a selector (library reference: Watching file descriptors, Working with sockets).

The selector, and the pipe by which other threads and signals wake the loop up, are opened when they are first needed: a loop
that never sees a socket costs neither.
"""

from . import base_events
from . import constants
from . import deferred
from . import events
from .log import logger

__all__ = ('BaseSelectorEventLoop',)

# As in the module selectors, which is imported late.
_READ, _WRITE = 1, 2

_TRANSPORTS = ('_SelectorTransport', '_SelectorSocketTransport', '_SelectorDatagramTransport', '_test_selector_event')

__getattr__ = deferred.importer(
    __name__, {'selectors': None, 'socket': None, 'ssl': None, **dict.fromkeys(_TRANSPORTS, 'selector_transports')},
    optional=('ssl',))


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """A loop that watches descriptors."""

    def __init__(self, selector=None):
        super().__init__()
        self._internal_fds = 0
        if selector is None:
            # The one that is going to be opened.
            logger.debug('Using selector: %s', 'EpollSelector')
        else:
            logger.debug('Using selector: %s', type(selector).__name__)
            self._open(selector)

    def _open(self, selector):
        import selectors
        import weakref
        self._transports = weakref.WeakValueDictionary()
        self._selector = selector
        if type(selector) is selectors.EpollSelector:
            self._look_into_selector(selector._selector, selector._registered.keys_by_fd, BaseSelectorEventLoop._process_events)
        self._make_self_pipe()

    def __getattr__(self, name):
        # Of these an open loop has all.
        if name not in {'_selector', '_transports', '_ssock', '_csock'} or self.is_closed() or '_transports' in self.__dict__:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        import selectors
        self._open(selectors.DefaultSelector())
        return getattr(self, name)

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self.is_closed():
            return
        if '_ssock' in self.__dict__:
            self._close_self_pipe()
            super().close()
            if self._selector is not None:
                self._selector.close()
        else:
            super().close()
        self._selector = None

    # The pipe to itself.

    def _make_self_pipe(self):
        import socket
        ends = self._ssock, self._csock = socket.socketpair()
        for end in ends:
            end.setblocking(False)
        # Not by _add_reader(): the pipe is made late, when that may be a program's own.
        self._watch(self._ssock.fileno(), _READ, self._read_from_self, ())
        self._internal_fds += 1

    def _close_self_pipe(self):
        self._remove_reader(self._ssock.fileno())
        for end in self._ssock, self._csock:
            end.close()
        self._ssock = self._csock = None
        self._internal_fds -= 1

    def _process_self_data(self, data):
        pass

    def _read_from_self(self):
        while True:
            try:
                data = self._ssock.recv(4096)
            except InterruptedError:
                continue
            except BlockingIOError:
                break
            if not data:
                break
            self._process_self_data(data)

    def _write_to_self(self):
        # Called from other threads, perhaps while the loop is closed.
        wake = getattr(self.__dict__.get('_csock'), 'send', None)
        try:
            if wake is not None:
                wake(b'\0')
        except OSError:
            # Full: then the loop wakes up anyhow.
            if self._debug:
                logger.debug('Fail to write a null byte into the self-pipe socket', exc_info=True)

    # Watching descriptors. The data of a selector's key is the pair of the handles for reading and for writing.

    def _watch(self, fd, event, callback, args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        selector = self._selector
        try:
            key = selector.get_key(fd)
        except KeyError:
            selector.register(fd, event, (handle, None) if event == _READ else (None, handle))
            return handle
        reader, writer = key.data
        before = reader if event == _READ else writer
        selector.modify(fd, key.events | event, (handle, writer) if event == _READ else (reader, handle))
        if before is not None:
            before.cancel()
        return handle

    def _unwatch(self, fd, event):
        if self.is_closed():
            return False
        selector = self._selector
        try:
            key = selector.get_key(fd)
        except KeyError:
            return False
        reader, writer = key.data
        left = key.events & ~event
        if left:
            selector.modify(fd, left, (None, writer) if event == _READ else (reader, None))
        else:
            selector.unregister(fd)
        before = reader if event == _READ else writer
        if before is None:
            return False
        before.cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._watch(fd, _READ, callback, args)

    def _remove_reader(self, fd):
        return self._unwatch(fd, _READ)

    def _add_writer(self, fd, callback, *args):
        return self._watch(fd, _WRITE, callback, args)

    def _remove_writer(self, fd):
        return self._unwatch(fd, _WRITE)

    def _ensure_fd_no_transport(self, fd):
        """A transport's descriptor is the transport's own."""
        number = fd
        if not isinstance(number, int):
            try:
                number = int(number.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f'Invalid file object: {fd!r}') from None
        if self.is_closed():
            return
        transport = self._transports.get(number)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')

    # A program's own callbacks: not for the descriptor of a transport.

    def add_reader(self, fd, callback, *args):
        """Call back whenever the descriptor can be read."""
        self._ensure_fd_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def add_writer(self, fd, callback, *args):
        """Call back whenever the descriptor can be written."""
        self._ensure_fd_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_reader(self, fd):
        """Watch the descriptor no more; tell whether it was watched."""
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(fd)

    def remove_writer(self, fd):
        """Watch the descriptor no more; tell whether it was watched."""
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(fd)

    def _process_events(self, event_list):
        """Called by the native loop with what a selector has found that it does not look into itself."""
        for key, mask in event_list:
            self._add_ready_events(key.fileobj, mask, *key.data)

    # Sockets.

    def _check_socket(self, sock):
        base_events._check_ssl_socket(sock)
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')

    async def _when_ready(self, sock, add, remove, attempt):
        """The result of attempt(), which is called now and then whenever the socket is ready, until it does not block."""
        self._check_socket(sock)
        try:
            return attempt()
        except (BlockingIOError, InterruptedError):
            pass
        return await self._watch_until_done(sock, add, remove, attempt)

    async def _watch_until_done(self, sock, add, remove, attempt):
        done = self.create_future()
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)

        def try_again():
            if done.done():
                return
            try:
                result = attempt()
            except (BlockingIOError, InterruptedError):
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                done.set_exception(error)
            else:
                done.set_result(result)

        def stop_watching(done):
            # Unless somebody else watches the descriptor by now.
            if not handle.cancelled():
                remove(fd)

        handle = add(fd, try_again)
        done.add_done_callback(stop_watching)
        return await done

    def _when_readable(self, sock, attempt):
        return self._when_ready(sock, self._add_reader, self._remove_reader, attempt)

    def _when_writable(self, sock, attempt):
        return self._when_ready(sock, self._add_writer, self._remove_writer, attempt)

    async def sock_recv(self, sock, n):
        """Receive at most `n` bytes."""
        return await self._when_readable(sock, lambda: sock.recv(n))

    async def sock_recv_into(self, sock, buf):
        """Receive into a buffer and give the number of bytes."""
        return await self._when_readable(sock, lambda: sock.recv_into(buf))

    async def sock_recvfrom(self, sock, bufsize):
        """Receive a datagram of at most `bufsize` bytes; give it and its sender."""
        return await self._when_readable(sock, lambda: sock.recvfrom(bufsize))

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receive a datagram into a buffer; give the number of bytes and the sender."""
        if not nbytes:
            nbytes = len(buf)
        return await self._when_readable(sock, lambda: sock.recvfrom_into(buf, nbytes))

    async def sock_sendto(self, sock, data, address):
        """Send a datagram and give the number of bytes."""
        return await self._when_writable(sock, lambda: sock.sendto(data, address))

    async def sock_sendall(self, sock, data):
        """Send all bytes."""
        rest = memoryview(data).cast('B')

        def send_on():
            nonlocal rest
            if rest:
                rest = rest[sock.send(rest):]
            if rest:
                raise BlockingIOError

        await self._when_writable(sock, send_on)

    async def sock_accept(self, sock):
        """Accept a connection; give its socket, which does not block, and the address of the client."""
        def accept():
            connection, address = sock.accept()
            connection.setblocking(False)
            return connection, address

        return await self._when_readable(sock, accept)

    async def sock_connect(self, sock, address):
        """Connect the socket."""
        self._check_socket(sock)
        family = sock.family
        socket = base_events.socket
        if family == socket.AF_INET or base_events._HAS_IPv6 and family == socket.AF_INET6:
            infos = await self._ensure_resolved(address, family=family, type=sock.type, proto=sock.proto, loop=self)
            address = infos[0][4]
        try:
            sock.connect(address)
            return
        except (BlockingIOError, InterruptedError):
            pass

        def look():
            number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if number:
                raise OSError(number, f'Connect call failed {address}')

        await self._watch_until_done(sock, self._add_writer, self._remove_writer, look)

    # Transports and servers.

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        from .selector_transports import _SelectorSocketTransport
        return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)

    def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, *, server_side=False, server_hostname=None,
                            extra=None, server=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        from . import sslproto
        tls = sslproto.SSLProtocol(self, protocol, sslcontext, waiter, server_side, server_hostname,
                                   ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        self._make_socket_transport(rawsock, tls, extra=extra, server=server)
        return tls._app_transport

    def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
        from .selector_transports import _SelectorDatagramTransport
        return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)

    def _start_serving(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                       ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT, ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
        self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, sslcontext, server, backlog,
                         ssl_handshake_timeout, ssl_shutdown_timeout)

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    def _accept_connection(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                           ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT, ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
        """Accept all who wait, up to the backlog: one look at the selector serves many."""
        for _ in range(backlog):
            try:
                connection, address = sock.accept()
                if self._debug:
                    logger.debug('%r got a new connection from %r: %r', server, address, connection)
                connection.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                self._postpone_accepting(error, sock, protocol_factory, sslcontext, server, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
                # The others of the backlog would fail in the same way.
                return
            self.create_task(self._accept_connection2(
                protocol_factory, connection, {'peername': address}, sslcontext, server, ssl_handshake_timeout, ssl_shutdown_timeout))

    def _postpone_accepting(self, error, sock, protocol_factory, *serving_args):
        """Out of descriptors or memory: who wants in waits a little. Other errors are raised."""
        import errno
        if error.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
            raise error
        from . import trsock
        self.call_exception_handler({
            'message': 'socket.accept() out of system resource',
            'exception': error,
            'socket': trsock.TransportSocket(sock),
        })
        self._remove_reader(sock.fileno())
        self.call_later(constants.ACCEPT_RETRY_DELAY, self._start_serving, protocol_factory, sock, *serving_args)

    async def _accept_connection2(self, protocol_factory, connection, extra, sslcontext=None, server=None,
                                  ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        protocol = transport = None
        try:
            protocol = protocol_factory()
            waiter = self.create_future()
            if sslcontext:
                transport = self._make_ssl_transport(
                    connection, protocol, sslcontext, waiter=waiter, server_side=True, extra=extra, server=server,
                    ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
            else:
                transport = self._make_socket_transport(connection, protocol, waiter=waiter, extra=extra, server=server)
            await self._connected(waiter, transport)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if self._debug:
                facts = dict(message='Error on transport creation for incoming connection', exception=error,
                             protocol=protocol, transport=transport)
                self.call_exception_handler({name: fact for name, fact in facts.items() if fact is not None})

    async def _sendfile_native(self, transp, file, offset, count):
        # Meanwhile the descriptor is a socket's like any other, which sock_sendfile() may watch.
        fd = transp._sock_fd
        del self._transports[fd]
        reads_on = await transp._lend_socket()
        try:
            return await self.sock_sendfile(transp._sock, file, offset, count, fallback=False)
        finally:
            transp._take_socket_back(reads_on)
            self._transports[fd] = transp
