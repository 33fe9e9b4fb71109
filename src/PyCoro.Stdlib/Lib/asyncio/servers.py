"""Servers: listening sockets of a loop."""

import itertools
import os
import sys

from . import addresses
from . import events
from . import exceptions
from . import tasks
from .log import logger


class Server(events.AbstractServer):
    """What loop.create_server() gives."""

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout, ssl_shutdown_timeout=None):
        self._loop = loop
        # None when closed, as the list of those who wait for that.
        self._sockets = sockets
        self._waiters = []
        # Connections that have not ended.
        self._active_count = 0
        self._protocol_factory = protocol_factory
        self._ssl_context = ssl_context
        self._backlog = backlog
        self._ssl_handshake_timeout = ssl_handshake_timeout
        self._ssl_shutdown_timeout = ssl_shutdown_timeout
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    def _attach(self):
        assert self._sockets is not None
        self._active_count += 1

    def _detach(self):
        assert self._active_count > 0
        self._active_count -= 1
        self._wake_if_over()

    def _wake_if_over(self):
        if self._active_count or self._sockets is not None:
            return
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(waiter)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog,
                                      self._ssl_handshake_timeout, self._ssl_shutdown_timeout)

    def get_loop(self):
        """Give the loop of the server."""
        return self._loop

    def is_serving(self):
        """Tell whether new connections are accepted."""
        return self._serving

    @property
    def sockets(self):
        """The listening sockets; none when closed."""
        from . import trsock
        return tuple(map(trsock.TransportSocket, self._sockets or ()))

    def close(self):
        """Accept no more connections; those that stand stay open."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        forever, self._serving_forever_fut = self._serving_forever_fut, None
        if forever is not None and not forever.done():
            forever.cancel()
        self._wake_if_over()

    async def start_serving(self):
        """Accept connections."""
        self._start_serving()
        # connection_made() of who has been waiting can come before the caller goes on.
        await tasks.sleep(0)

    async def serve_forever(self):
        """Accept connections until cancelled; then close."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Wait until the server is closed."""
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


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
        socket = addresses._base().socket
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            infos = await self._resolve_hosts(host, port, family, flags)
            if reuse_address is None:
                reuse_address = os.name == 'posix' and sys.platform != 'cygwin'
            sockets = self._bind_all(infos, reuse_address, reuse_port)
        else:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')
            sockets = [sock]
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
        found = await tasks.gather(*[self._resolve_one(each, port, family, flags) for each in hosts])
        return dict.fromkeys(itertools.chain.from_iterable(found))

    async def _resolve_one(self, host, port, family, flags):
        infos = await self._ensure_resolved((host, port), family=family, type=addresses._base().socket.SOCK_STREAM, flags=flags, loop=self)
        if not infos:
            raise OSError(f'getaddrinfo({host!r}) returned empty list')
        return infos

    def _bind_all(self, infos, reuse_address, reuse_port):
        socket = addresses._base().socket
        sockets = []
        try:
            for family, type, proto, _, address in infos:
                try:
                    sock = socket.socket(family, type, proto)
                except socket.error:
                    # The family is known to the resolver, but not to this machine.
                    if self._debug:
                        logger.warning('create_server() failed to create socket.socket(%r, %r, %r)', family, type, proto, exc_info=True)
                    continue
                sockets.append(sock)
                if reuse_address:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                if reuse_port:
                    addresses._set_reuseport(sock)
                if addresses._base()._HAS_IPv6 and family == socket.AF_INET6 and hasattr(socket, 'IPPROTO_IPV6'):
                    # IPv4 has its own socket.
                    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
                try:
                    sock.bind(address)
                except OSError as error:
                    raise addresses._bind_error(error, address) from None
        except BaseException:
            for sock in sockets:
                sock.close()
            raise
        return sockets
