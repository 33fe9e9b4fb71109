"""Servers: listening sockets of a loop."""

import _asyncio
import itertools
import os
import sys

from . import addresses
from . import events
from .log import logger


class Server(events.AbstractServer):
    """What loop.create_server() gives.

    Its life: made, serving, closed; and when the last of its connections has ended too, over.
    """

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout, ssl_shutdown_timeout=None):
        self._loop = loop
        # None when closed.
        self._sockets = sockets
        # None when over.
        self._waiters = _asyncio.WaitingLine()
        self._connections = 0
        self._backlog = backlog
        self._make_protocol = protocol_factory
        self._tls = ssl_context, ssl_handshake_timeout, ssl_shutdown_timeout
        self._serving = False
        # A future while a task is in serve_forever().
        self._forever = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    @property
    def sockets(self):
        """The listening sockets; none when closed."""
        from . import trsock
        return tuple(map(trsock.TransportSocket, self._sockets or ()))

    def is_serving(self):
        """Tell whether new connections are accepted."""
        return self._serving

    def get_loop(self):
        """Give the loop of the server."""
        return self._loop

    # Transports come and go.

    def _attach(self):
        assert self._sockets is not None
        self._connections += 1

    def _detach(self):
        assert self._connections > 0
        self._connections -= 1
        self._end_if_over()

    def _end_if_over(self):
        if self._sockets is None and not self._connections:
            waiters, self._waiters = self._waiters, None
            if waiters is not None:
                waiters.wake()

    # Serving.

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            context, *timeouts = self._tls
            for sock in self._sockets:
                sock.listen(self._backlog)
                self._loop._start_serving(self._make_protocol, sock, context, self, self._backlog, *timeouts)

    async def start_serving(self):
        """Accept connections."""
        self._start_serving()
        # connection_made() of who has been waiting can come before the caller goes on.
        await _asyncio._yield_once()

    async def serve_forever(self):
        """Accept connections until cancelled; then close."""
        if self._forever is not None or self._sockets is None:
            state = 'closed' if self._forever is None else 'already being awaited on serve_forever()'
            raise RuntimeError(f'server {self!r} is {state}')
        self._start_serving()
        forever = self._forever = self._loop.create_future()
        try:
            await forever
        except _asyncio.CancelledError:
            # The task was cancelled, or close() called.
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._forever = None

    def close(self):
        """Accept no more connections; those that stand stay open."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        if self._forever is not None:
            self._forever.cancel()
            self._forever = None
        self._end_if_over()

    async def wait_closed(self):
        """Wait until the server is closed and its connections have ended; a closed server is not waited for."""
        if self._sockets is not None and self._waiters is not None:
            await self._waiters.park(self._loop)


class Serving:
    """The part of a loop that makes servers."""

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None,
                            reuse_address=None, reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            start_serving=True):
        """Make a TCP server; `host` may be a sequence of hosts, and '' or None means all interfaces.

        The defaults of `family` and `flags` are AF_UNSPEC and AI_PASSIVE.
        """
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        addresses._check_ssl_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is None and port is None:
            sockets = [addresses._given_stream(sock, 'Neither host/port nor sock were specified')]
        elif sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        else:
            infos = await self._resolve_hosts(host, port, family, flags)
            if reuse_address is None:
                reuse_address = os.name == 'posix' and sys.platform != 'cygwin'
            sockets = self._bind_all(infos, reuse_address, reuse_port)
        return await self._serve(sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout, start_serving)

    async def _serve(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout, start_serving):
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
        if start_serving:
            await server.start_serving()
        if self._debug:
            logger.info('%r is serving', server)
        return server

    async def _resolve_hosts(self, host, port, family, flags):
        if host == '':
            hosts = [None]
        elif isinstance(host, str) or not hasattr(host, '__iter__'):
            hosts = [host]
        else:
            hosts = host
        found = await _asyncio.gather(*[self._resolve_one(each, port, family, flags) for each in hosts])
        return dict.fromkeys(itertools.chain.from_iterable(found))

    async def _resolve_one(self, host, port, family, flags):
        infos = await self._ensure_resolved((host, port), family=family, type=addresses._base().socket.SOCK_STREAM, flags=flags, loop=self)
        if not infos:
            raise OSError(f'getaddrinfo({host!r}) returned empty list')
        return infos

    def _bind_all(self, infos, reuse_address, reuse_port):
        sockets = []
        try:
            for info in infos:
                sock = self._new_socket(*info[:3])
                if sock is not None:
                    sockets.append(sock)
                    _bind(sock, info[4], reuse_address, reuse_port)
        except BaseException:
            for sock in sockets:
                sock.close()
            raise
        return sockets

    def _new_socket(self, *kind):
        """None for a family that the resolver knows, but not this machine."""
        socket = addresses._base().socket
        try:
            return socket.socket(*kind)
        except socket.error:
            if self._debug:
                logger.warning('create_server() failed to create socket.socket(%r, %r, %r)', *kind, exc_info=True)
            return None


def _bind(sock, address, reuse_address, reuse_port):
    base = addresses._base()
    socket = base.socket
    if reuse_address:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
    if reuse_port:
        addresses._set_reuseport(sock)
    if base._HAS_IPv6 and sock.family == socket.AF_INET6 and hasattr(socket, 'IPPROTO_IPV6'):
        # IPv4 has its own socket.
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
    try:
        sock.bind(address)
    except OSError as error:
        raise addresses._bind_error(error, address) from None
