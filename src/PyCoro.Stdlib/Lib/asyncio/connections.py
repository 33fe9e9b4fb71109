"""The part of a loop that makes connections, datagram endpoints, pipes and child processes."""

import functools

from . import addresses
from .log import logger

_PIPE = -1


def _same_or_summary(failures):
    """The one exception that stands for those of all addresses."""
    if len({str(failure) for failure in failures}) == 1:
        return failures[0]
    return OSError('Multiple exceptions: {}'.format(', '.join(str(failure) for failure in failures)))


class Connecting:
    """Needs _make_*_transport() and sock_connect() of the loops that derive from it."""

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """Ask the resolver, in a thread."""
        ask = addresses._base().socket.getaddrinfo
        if self._debug:
            ask = functools.partial(self._getaddrinfo_debug, ask)
        return await self.run_in_executor(None, ask, host, port, family, type, proto, flags)

    def _getaddrinfo_debug(self, ask, host, port, family, type, proto, flags):
        question = f'{host}:{port!r}, family={family!r}, type={type!r}, proto={proto!r}, flags={flags!r}'
        logger.debug('Get address info %s', question)
        started = self.time()
        infos = ask(host, port, family, type, proto, flags)
        seconds = self.time() - started
        log = logger.info if seconds >= self.slow_callback_duration else logger.debug
        log('Getting address info %s took %.3fms: %r', question, seconds * 1e3, infos)
        return infos

    async def getnameinfo(self, sockaddr, flags=0):
        """Ask the resolver for names, in a thread."""
        return await self.run_in_executor(None, addresses._base().socket.getnameinfo, sockaddr, flags)

    async def _ensure_resolved(self, address, *, family=0, type=0, proto=0, flags=0, loop=None):
        host, port = address[:2]
        info = addresses._base()._ipaddr_info(host, port, family, type, proto, *address[2:])
        if info is not None:
            return [info]
        return await self.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)

    async def _resolve(self, address, **hints):
        infos = await self._ensure_resolved(address, loop=self, **hints)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        return infos

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
                                local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                                happy_eyeballs_delay=None, interleave=None):
        """Connect to a TCP server, and give a transport and a protocol."""
        if server_hostname is not None and not ssl:
            raise ValueError('server_hostname is only meaningful with ssl')
        if server_hostname is None and ssl:
            if not host:
                raise ValueError('You must set server_hostname when using ssl without a host')
            server_hostname = host
        addresses._check_ssl_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if sock is not None:
            addresses._check_ssl_socket(sock)
        if host is None and port is None:
            sock = addresses._given_stream(sock, 'host and port was not specified and no sock specified')
        elif sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        else:
            sock = await self._connect_by_name((host, port), local_addr, happy_eyeballs_delay, interleave,
                                               family=family, proto=proto, flags=flags)
        timeouts = dict(ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        connection = transport, _ = await self._create_connection_transport(sock, protocol_factory, ssl, server_hostname, **timeouts)
        if self._debug:
            logger.debug('%r connected to %s:%r: (%r, %r)', transport.get_extra_info('socket'), host, port, *connection)
        return connection

    async def _connect_by_name(self, address, local_addr, delay, interleave, **hints):
        """A socket that is connected to one of the addresses which a host and a port stand for."""
        hints['type'] = addresses._base().socket.SOCK_STREAM
        infos = await self._resolve(address, **hints)
        local_infos = None if local_addr is None else await self._resolve(local_addr, **hints)
        if interleave is None and delay is not None:
            interleave = 1
        if interleave:
            infos = addresses._interleave_addrinfos(infos, interleave)
        return await self._connect_to_any(infos, local_infos, delay)

    async def _connect_to_any(self, infos, local_infos, delay):
        failures = []
        sock = None
        if delay is None:
            for info in infos:
                try:
                    sock = await self._connect_sock(failures, info, local_infos)
                    break
                except OSError:
                    continue
        else:
            from . import staggered
            attempts = (functools.partial(self._connect_sock, failures, info, local_infos) for info in infos)
            sock, _, _ = await staggered.staggered_race(attempts, delay, loop=self)
        if sock is None:
            try:
                raise _same_or_summary([failure for attempt in failures for failure in attempt])
            finally:
                failures = None
        return sock

    async def _connect_sock(self, failures, info, local_infos=None):
        """Make a socket, bind it and connect it; what goes wrong is added to `failures` as a list."""
        mine = []
        failures.append(mine)
        family, type, proto, _, address = info
        sock = None
        try:
            sock = addresses._base().socket.socket(family=family, type=type, proto=proto)
            sock.setblocking(False)
            if local_infos is not None:
                self._bind_locally(sock, family, local_infos, mine)
            await self.sock_connect(sock, address)
            return sock
        except BaseException as error:
            if sock is not None:
                sock.close()
            if isinstance(error, OSError) and error not in mine:
                mine.append(error)
            raise
        finally:
            failures = mine = None

    def _bind_locally(self, sock, family, local_infos, failures):
        for local_family, _, _, _, address in local_infos:
            if local_family != family:
                continue
            try:
                sock.bind(address)
                return
            except OSError as error:
                failures.append(addresses._bind_error(error, address))
        raise failures.pop() if failures else OSError(f'no matching local address with family={family!r} found')

    async def _create_connection_transport(self, sock, protocol_factory, ssl, server_hostname, server_side=False,
                                           ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        if ssl:
            transport = self._make_ssl_transport(
                sock, protocol, None if isinstance(ssl, bool) else ssl, waiter, server_side=server_side,
                server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
                ssl_shutdown_timeout=ssl_shutdown_timeout)
        else:
            transport = self._make_socket_transport(sock, protocol, waiter)
        await self._connected(waiter, transport)
        return transport, protocol

    async def _connected(self, waiter, transport):
        """Wait until the protocol has heard of its transport."""
        stands = False
        try:
            await waiter
            stands = True
        finally:
            if not stands:
                transport.close()

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Make a transport and a protocol of a connection that was accepted outside asyncio."""
        addresses._check_stream(sock)
        addresses._check_ssl_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        addresses._check_ssl_socket(sock)
        transport, protocol = await self._create_connection_transport(
            sock, protocol_factory, ssl, '', server_side=True, ssl_handshake_timeout=ssl_handshake_timeout,
            ssl_shutdown_timeout=ssl_shutdown_timeout)
        if self._debug:
            logger.debug('%r handled: (%r, %r)', transport.get_extra_info('socket'), transport, protocol)
        return transport, protocol

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0,
                                       reuse_port=None, allow_broadcast=None, sock=None):
        """Make a datagram socket, bound or connected as asked, and give a transport and a protocol."""
        socket = addresses._base().socket
        remote = None
        if sock is not None:
            if sock.type == socket.SOCK_STREAM:
                raise ValueError(f'A UDP Socket was expected, got {sock!r}')
            options = dict(local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto, flags=flags,
                           reuse_port=reuse_port, allow_broadcast=allow_broadcast)
            given = ', '.join(f'{name}={value}' for name, value in options.items() if value)
            if given:
                raise ValueError(f'socket modifier keyword arguments can not be used when sock is specified. ({given})')
            sock.setblocking(False)
        else:
            pairs = await self._datagram_addresses(local_addr, remote_addr, family, proto, flags)
            sock, remote = await self._make_datagram_socket(pairs, reuse_port, allow_broadcast)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_datagram_transport(sock, protocol, remote, waiter)
        if self._debug:
            if local_addr:
                logger.info('Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)', local_addr, remote_addr, transport, protocol)
            else:
                logger.debug('Datagram endpoint remote_addr=%r created: (%r, %r)', remote_addr, transport, protocol)
        await self._connected(waiter, transport)
        return transport, protocol

    async def _datagram_addresses(self, local_addr, remote_addr, family, proto, flags):
        """Pairs of a family with its protocol and of the two addresses that are to be tried."""
        socket = addresses._base().socket
        if not (local_addr or remote_addr):
            if family == 0:
                raise ValueError('unexpected address family')
            return {(family, proto): (None, None)}
        if hasattr(socket, 'AF_UNIX') and family == socket.AF_UNIX:
            for address in local_addr, remote_addr:
                if address is not None and not isinstance(address, str):
                    raise TypeError('string is expected')
            if local_addr:
                addresses._remove_stale_socket(local_addr)
            return {(family, proto): (local_addr, remote_addr)}
        found = {}
        for place, address in enumerate((local_addr, remote_addr)):
            if address is None:
                continue
            if not (isinstance(address, tuple) and len(address) == 2):
                raise TypeError('2-tuple is expected')
            for info in await self._resolve(address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags):
                found.setdefault((info[0], info[2]), [None, None])[place] = info[4]
        pairs = {key: pair for key, pair in found.items()
                 if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)}
        if not pairs:
            raise ValueError('can not get address information')
        return pairs

    async def _make_datagram_socket(self, pairs, reuse_port, allow_broadcast):
        socket = addresses._base().socket
        failures = []
        for (family, proto), (local, remote) in pairs.items():
            sock = None
            try:
                sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
                if reuse_port:
                    addresses._set_reuseport(sock)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if local:
                    sock.bind(local)
                if remote and not allow_broadcast:
                    await self.sock_connect(sock, remote)
                return sock, remote
            except BaseException as error:
                if sock is not None:
                    sock.close()
                if not isinstance(error, OSError):
                    raise
                failures.append(error)
        raise failures[0]

    async def connect_read_pipe(self, protocol_factory, pipe):
        """Read from a pipe, and give a transport and a protocol."""
        return await self._connect_pipe('Read', self._make_read_pipe_transport, protocol_factory, pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        """Write to a pipe, and give a transport and a protocol."""
        return await self._connect_pipe('Write', self._make_write_pipe_transport, protocol_factory, pipe)

    async def _connect_pipe(self, direction, make_transport, protocol_factory, pipe):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = make_transport(pipe, protocol, waiter)
        await self._connected(waiter, transport)
        if self._debug:
            logger.debug('%s pipe %r connected: (%r, %r)', direction, pipe.fileno(), transport, protocol)
        return transport, protocol

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=_PIPE, stdout=_PIPE, stderr=_PIPE, universal_newlines=False,
                               shell=True, bufsize=0, encoding=None, errors=None, text=None, **kwargs):
        """Run a command of the shell, and give a transport and a protocol."""
        if not isinstance(cmd, (bytes, str)):
            raise ValueError('cmd must be a string')
        _refuse_text(universal_newlines, shell, True, bufsize, text, encoding, errors)
        return await self._run_child(f'run shell command {cmd!r}', protocol_factory, cmd, True, stdin, stdout, stderr, kwargs)

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=_PIPE, stdout=_PIPE, stderr=_PIPE,
                              universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None, **kwargs):
        """Run a program, and give a transport and a protocol."""
        _refuse_text(universal_newlines, shell, False, bufsize, text, encoding, errors)
        return await self._run_child(f'execute program {program!r}', protocol_factory, (program, *args), False, stdin, stdout, stderr, kwargs)

    async def _run_child(self, title, protocol_factory, args, shell, stdin, stdout, stderr, kwargs):
        protocol = protocol_factory()
        if self._debug:
            facts = [title]
            facts += [f'{name}={_shown_pipe(pipe)}' for name, pipe in (('stdin', stdin), ('stdout', stdout), ('stderr', stderr))
                      if pipe is not None]
            logger.debug(' '.join(facts))
        transport = await self._make_subprocess_transport(protocol, args, shell, stdin, stdout, stderr, 0, **kwargs)
        if self._debug:
            logger.info('%s: %r', title, transport)
        return transport, protocol


def _refuse_text(universal_newlines, shell, wanted_shell, bufsize, text, encoding, errors):
    for is_wrong, message in (
            (universal_newlines, 'universal_newlines must be False'),
            (bool(shell) is not wanted_shell, f'shell must be {wanted_shell}'),
            (bufsize != 0, 'bufsize must be 0'),
            (text, 'text must be False'),
            (encoding is not None, 'encoding must be None'),
            (errors is not None, 'errors must be None')):
        if is_wrong:
            raise ValueError(message)


def _shown_pipe(fd):
    return {-1: '<pipe>', -2: '<stdout>'}.get(fd) or repr(fd)
