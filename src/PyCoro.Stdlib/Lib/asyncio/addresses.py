"""Network addresses: what can be said without asking the resolver, and the options of sockets."""

import sys

from .log import logger


def _base():
    """The module whose `socket` counts for all that loops do."""
    return sys.modules[f'{__package__}.base_events']


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo() would say of a host written as a number; None when it has to be asked."""
    socket = _base().socket
    if not hasattr(socket, 'inet_pton') or host is None:
        return None
    natural = {socket.SOCK_STREAM: socket.IPPROTO_TCP, socket.SOCK_DGRAM: socket.IPPROTO_UDP}.get(type)
    if natural is None or proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP):
        return None
    number = _port_number(port)
    if number is None:
        return None
    if isinstance(host, bytes):
        host = host.decode('idna')
    if '%' in host:
        # Linux takes no zone in inet_pton().
        return None
    if family == socket.AF_UNSPEC:
        families = [socket.AF_INET, socket.AF_INET6] if _base()._HAS_IPv6 else [socket.AF_INET]
    else:
        families = [family]
    for candidate in families:
        try:
            socket.inet_pton(candidate, host)
        except OSError:
            continue
        is_six = _base()._HAS_IPv6 and candidate == socket.AF_INET6
        return candidate, type, natural, '', (host, number, flowinfo, scopeid) if is_six else (host, number)
    return None


def _port_number(port):
    """The number of a port; None for the name of a service."""
    try:
        return int(port or 0)
    except (TypeError, ValueError):
        return None


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """Let the address families take turns (RFC 8305), after some of the first one."""
    by_family = {}
    for info in addrinfos:
        by_family.setdefault(info[0], []).append(info)
    lists = list(by_family.values())
    ordered = []
    if first_address_family_count > 1:
        lead = first_address_family_count - 1
        ordered += lists[0][:lead]
        del lists[0][:lead]
    longest = max(map(len, lists), default=0)
    for turn in range(longest):
        ordered += [infos[turn] for infos in lists if turn < len(infos)]
    return ordered


def _set_reuseport(sock):
    socket = _base().socket
    if not hasattr(socket, 'SO_REUSEPORT'):
        raise ValueError('reuse_port not supported by socket module')
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError('reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.')


def _set_nodelay(sock):
    """Send what is written at once: a transport has buffered what it could."""
    socket = _base().socket
    if (hasattr(socket, 'TCP_NODELAY') and sock.family in {socket.AF_INET, socket.AF_INET6}
            and sock.type == socket.SOCK_STREAM and sock.proto == socket.IPPROTO_TCP):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _check_ssl_socket(sock):
    ssl = sys.modules.get('ssl')
    if ssl is not None and isinstance(sock, ssl.SSLSocket):
        raise TypeError('Socket cannot be of type SSLSocket')


def _check_stream(sock):
    if sock.type != _base().socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')


def _given_stream(sock, complaint):
    """The socket that was given in place of an address."""
    if sock is None:
        raise ValueError(complaint)
    _check_stream(sock)
    return sock


def _bind_error(error, address):
    return OSError(error.errno, f'error while attempting to bind on address {address!r}: {error.strerror.lower()}')


def _check_ssl_timeouts(ssl, handshake, shutdown):
    if ssl:
        return
    for title, value in ('ssl_handshake_timeout', handshake), ('ssl_shutdown_timeout', shutdown):
        if value is not None:
            raise ValueError(f'{title} is only meaningful with ssl')


def _remove_stale_socket(path):
    """A Unix socket that somebody has left there is in the way of another one. An abstract address is no file."""
    if path[0] in (0, '\x00'):
        return
    import os
    import stat
    try:
        is_socket = stat.S_ISSOCK(os.stat(path).st_mode)
        if is_socket:
            os.remove(path)
    except FileNotFoundError:
        return
    except OSError as error:
        # Binding will fail, and say why.
        logger.error('Unable to check or remove stale UNIX socket %r: %r', path, error)
