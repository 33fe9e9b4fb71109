"""Networking: sockets of the system, and what makes them convenient (library reference: socket).

The sockets themselves are native (_socket). Here are the names of their constants as enumerations, the class with
accept(), makefile() and sendfile(), and the functions that find and try addresses.
"""

import _socket
import io
import os
from _socket import *
from errno import EAGAIN, EBADF, EWOULDBLOCK
from enum import IntEnum, IntFlag


def _enumeration(base, name, prefix):
    """Turn the constants with a prefix into members of an enumeration, ordered by their values."""
    found = [(item, value) for item, value in vars(_socket).items() if item.startswith(prefix)]
    found.sort(key=lambda item: (item[1], item[0]))
    cls = base(name, found, module=__name__)
    globals().update(cls.__members__)
    return cls


AddressFamily = _enumeration(IntEnum, 'AddressFamily', 'AF_')
SocketKind = _enumeration(IntEnum, 'SocketKind', 'SOCK_')
MsgFlag = _enumeration(IntFlag, 'MsgFlag', 'MSG_')
AddressInfo = _enumeration(IntFlag, 'AddressInfo', 'AI_')

_GLOBAL_DEFAULT_TIMEOUT = object()

_LOCALHOST = '127.0.0.1'
_LOCALHOST_V6 = '::1'


def _as_member(cls, number):
    """A constant that this platform has no name for stays a number."""
    try:
        return cls(number)
    except ValueError:
        return number


class _GiveupOnSendfile(Exception):
    """sendfile() must do without the system's."""


class socket(_socket.socket):
    """A subclass of _socket.socket adding the makefile() method."""

    __slots__ = ['__weakref__', '_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        # Files made of the socket keep its descriptor open after close().
        self._closed, self._io_refs = False, 0

    def __repr__(self):
        """Show the class, the numbers, and the addresses that there are."""
        parts = [f'fd={self.fileno()}', f'family={self.family!s}', f'type={self.type!s}', f'proto={self.proto}']
        if not self._closed:
            for name, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    address = ask()
                except (OSError, AttributeError):
                    continue
                if address:
                    parts.append(f'{name}={address}')
        cls = type(self)
        closed = ' [closed]' if self._closed else ''
        return f'<{cls.__module__}.{cls.__qualname__}{closed} {", ".join(parts)}>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {type(self).__name__!r} object')

    @property
    def family(self):
        """Read-only access to the address family for this socket."""
        return _as_member(AddressFamily, super().family)

    @property
    def type(self):
        """Read-only access to the socket type."""
        return _as_member(SocketKind, super().type)

    def accept(self):
        """accept() -> (socket object, address info)

        Wait for an incoming connection.  Return a new socket
        representing the connection, and the address of the client.
        For IP sockets, the address info is a pair (hostaddr, port).
        """
        fd, address = self._accept()
        connection = socket(self.family, self.type, self.proto, fileno=fd)
        # A limit of time is the listening socket's own.
        if getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def dup(self):
        """dup() -> socket object

        Duplicate the socket. Return a new socket object connected to the same
        system resource. The new socket is non-inheritable.
        """
        copy = self.__class__(self.family, self.type, self.proto, fileno=_socket.dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """makefile(...) -> an I/O stream connected to the socket

        The arguments are as for io.open() after the filename, except the only
        supported mode values are 'r' (default), 'w' and 'b'.
        """
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        writes = 'w' in mode
        reads = 'r' in mode or not writes
        binary = 'b' in mode
        raw = SocketIO(self, 'r' * reads + 'w' * writes)
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not binary:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reads and writes:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reads:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if binary:
            return buffer
        text = io.TextIOWrapper(buffer, io.text_encoding(encoding), errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        """sendfile(file[, offset[, count]]) -> sent

        Send a file until EOF is reached by using high-performance
        os.sendfile() and return the total number of bytes which
        were sent.
        *file* must be a regular file object opened in binary mode.
        If os.sendfile() is not available (e.g. Windows) or file is
        not a regular file socket.send() will be used instead.
        *offset* tells from where to start reading the file.
        If specified, *count* is the total number of bytes to transmit
        as opposed to sending the file until EOF is reached.
        File position is updated on return or also in case of error in
        which case file.tell() can be used to figure out the number of
        bytes which were sent.
        The socket must be of SOCK_STREAM type.
        Non-blocking sockets are not supported.
        """
        try:
            return self._sendfile_use_sendfile(file, offset, count)
        except _GiveupOnSendfile:
            return self._sendfile_use_send(file, offset, count)

    def _check_sendfile_params(self, file, offset, count):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            complaint = f'count must be a positive integer (got {count!r})'
            if not isinstance(count, int):
                raise TypeError(complaint)
            if count <= 0:
                raise ValueError(complaint)

    def _sendfile_use_sendfile(self, file, offset=0, count=None):
        """The system copies from file to socket; _GiveupOnSendfile when it cannot."""
        self._check_sendfile_params(file, offset, count)
        try:
            source = file.fileno()
            size = os.fstat(source).st_size
        except (AttributeError, OSError) as problem:
            raise _GiveupOnSendfile(problem)
        if not size:
            return 0
        limit = self.gettimeout()
        if limit == 0:
            raise ValueError('non-blocking sockets are not supported')
        import select
        poll = select.poll()
        poll.register(self.fileno(), select.POLLOUT)
        most = 1 << 30
        total = 0
        try:
            while count is None or total < count:
                if limit is not None and not poll.poll(limit * 1000):
                    raise TimeoutError('timed out')
                try:
                    sent = os.sendfile(self.fileno(), source, offset, most if count is None else min(count - total, most))
                except BlockingIOError:
                    if limit is None:
                        poll.poll()
                    continue
                except OSError as problem:
                    if total == 0:
                        raise _GiveupOnSendfile(problem)
                    raise
                if sent == 0:
                    break
                offset += sent
                total += sent
            return total
        finally:
            if total > 0 and hasattr(file, 'seek'):
                file.seek(offset)

    def _sendfile_use_send(self, file, offset=0, count=None):
        """Read and send, piece by piece."""
        self._check_sendfile_params(file, offset, count)
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        piece = 8192
        total = 0
        try:
            while count is None or total < count:
                data = memoryview(file.read(piece if count is None else min(piece, count - total)))
                if not data:
                    break
                while data:
                    try:
                        sent = self.send(data)
                    except BlockingIOError:
                        continue
                    total += sent
                    data = data[sent:]
            return total
        finally:
            if total > 0 and hasattr(file, 'seek'):
                file.seek(offset + total)

    def close(self):
        """Close the socket; its descriptor when no file made of it is open."""
        self._closed = True
        self._close_unless_used()

    def _decref_socketios(self):
        """A file made of the socket is closed."""
        self._io_refs = max(self._io_refs - 1, 0)
        self._close_unless_used()

    def _close_unless_used(self):
        if self._closed and not self._io_refs:
            self._real_close()

    def _real_close(self, native=_socket.socket):
        native.close(self)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        # One that detach() has emptied counts as closed.
        if not self._closed:
            self.close()

    def detach(self):
        """detach() -> file descriptor

        Close the socket object without closing the underlying file descriptor.
        The object cannot be used after this call, but the file descriptor
        can be reused for other purposes.  The file descriptor is returned.
        """
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        """Get the inheritable flag of the socket."""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Set the inheritable flag of the socket."""
        os.set_inheritable(self.fileno(), inheritable)


def fromfd(fd, family, type, proto=0):
    """fromfd(fd, family, type[, proto]) -> socket object

    Create a socket object from a duplicate of the given file
    descriptor.  The remaining arguments are the same as for socket().
    """
    return socket(family, type, proto, dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """socketpair([family[, type[, proto]]]) -> (socket object, socket object)

    Create a pair of socket objects from the sockets returned by the platform
    socketpair() function.
    The arguments are the same as for socket() except the default family is
    AF_UNIX if defined on the platform; otherwise, the default is AF_INET.
    """
    if family is None:
        family = AF_UNIX
    first, second = _socket.socketpair(family, type, proto)
    return (socket(family, type, proto, first.detach()), socket(family, type, proto, second.detach()))


def send_fds(sock, buffers, fds, flags=0, address=None):
    """send_fds(sock, buffers, fds[, flags[, address]]) -> integer

    Send the list of file descriptors fds over an AF_UNIX socket.
    """
    import array
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array.array('i', fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """recv_fds(sock, bufsize, maxfds[, flags]) -> (data, list of file
    descriptors, msg_flags, address)

    Receive up to maxfds file descriptors returning the message
    data and a list containing the descriptors.
    """
    import array
    fds = array.array('i')
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * fds.itemsize))
    for level, kind, content in ancillary:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            fds.frombytes(content[:len(content) - len(content) % fds.itemsize])
    return data, list(fds), flags, address


def getfqdn(name=''):
    """Get fully qualified domain name from name.

    An empty argument is interpreted as meaning the local host.

    First the hostname returned by gethostbyaddr() is checked, then
    possibly existing aliases. In case no FQDN is available and `name`
    was given, it is returned unchanged. If `name` was empty, '0.0.0.0' or '::',
    hostname from gethostname() is returned.
    """
    name = name.strip()
    if name in ('', '0.0.0.0', '::'):
        name = gethostname()
    try:
        hostname, aliases, _ = gethostbyaddr(name)
    except OSError:
        return name
    for candidate in (hostname, *aliases):
        if '.' in candidate:
            return candidate
    return hostname


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Resolve host and port into list of address info entries.

    Translate the host/port argument into a sequence of 5-tuples that contain
    all the necessary arguments for creating a socket connected to that service.
    host is a domain name, a string representation of an IPv4/v6 address or
    None. port is a string service name such as 'http', a numeric port number or
    None. By passing None as the value of host and port, you can pass NULL to
    the underlying C API.

    The family, type and proto arguments can be optionally specified in order to
    narrow the list of addresses returned. Passing zero as a value for each of
    these arguments selects the full range of results.
    """
    return [(_as_member(AddressFamily, found_family), _as_member(SocketKind, found_type), found_proto, name, address)
            for found_family, found_type, found_proto, name, address
            in _socket.getaddrinfo(host, port, family, type, proto, flags)]


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connect to *address* and return the socket object.

    Convenience function.  Connect to *address* (a 2-tuple ``(host,
    port)``) and return the socket object.  Passing the optional
    *timeout* parameter will set the timeout on the socket instance
    before attempting to connect.  If no *timeout* is supplied, the
    global default timeout setting returned by :func:`getdefaulttimeout`
    is used.  If *source_address* is set it must be a tuple of (host, port)
    for the socket to bind as a source address before making the connection.
    A host of '' or port 0 tells the OS to use the default. When a connection
    cannot be created, raises the last error if *all_errors* is False,
    and an ExceptionGroup of all errors if *all_errors* is True.
    """
    host, port = address
    problems = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            return sock
        except OSError as problem:
            if not all_errors:
                problems.clear()
            problems.append(problem)
            if sock is not None:
                sock.close()
    if not problems:
        raise OSError('getaddrinfo returns an empty list')
    try:
        if all_errors:
            raise ExceptionGroup('create_connection failed', problems)
        raise problems[0]
    finally:
        # The tracebacks refer to this frame.
        problems.clear()


def has_dualstack_ipv6():
    """Return True if the platform supports creating a SOCK_STREAM socket
    which can handle both AF_INET and AF_INET6 (IPv4 / IPv6) connections.
    """
    if not has_ipv6:
        return False
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
    except OSError:
        return False
    return True


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """Convenience function which creates a SOCK_STREAM type socket
    bound to *address* (a 2-tuple (host, port)) and return the socket
    object.

    *family* should be either AF_INET or AF_INET6.
    *backlog* is the queue size passed to socket.listen().
    *reuse_port* dictates whether to use the SO_REUSEPORT socket option.
    *dualstack_ipv6*: if true and the platform supports it, it will
    create an AF_INET6 socket able to accept both IPv4 or IPv6
    connections. When false it will explicitly disable this option on
    platforms that enable it by default (e.g. Linux).
    """
    if reuse_port and not hasattr(_socket, 'SO_REUSEPORT'):
        raise ValueError('SO_REUSEPORT not supported on this platform')
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError('dualstack_ipv6 not supported on this platform')
        if family != AF_INET6:
            raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as problem:
            raise error(problem.errno, f'{problem.strerror} (while attempting to bind on address {address!r})') from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
    except error:
        sock.close()
        raise
    return sock


class SocketIO(io.RawIOBase):
    """Raw I/O implementation for stream sockets.

    This class supports the makefile() method on sockets.  It provides
    the raw I/O interface on top of a socket object.
    """

    # A socket that does not block gives None where there is nothing to read or no room to write. After a timeout
    # nobody knows how much has been read, so reading is over.

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError(f'invalid mode: {mode!r}')
        super().__init__()
        self._sock = sock
        self._mode = mode if 'b' in mode else mode + 'b'
        self._timed_out = False

    def readinto(self, b):
        """Read up to len(b) bytes into the writable buffer *b* and return
        the number of bytes read.  If the socket is non-blocking and no bytes
        are available, None is returned.

        If *b* is non-empty, a 0 return value indicates that the connection
        was shutdown at the other end.
        """
        self._checkClosed()
        self._checkReadable()
        if self._timed_out:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        """Write the given bytes or bytearray object *b* to the socket
        and return the number of bytes written.  This can be less than
        len(b) if not all data could be written.  If the socket is
        non-blocking and no bytes could be written None is returned.
        """
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        """True if the SocketIO is open for reading."""
        self._require_open()
        return 'r' in self._mode

    def writable(self):
        """True if the SocketIO is open for writing."""
        self._require_open()
        return 'w' in self._mode

    def seekable(self):
        """True if the SocketIO is open for seeking."""
        self._require_open()
        return super().seekable()

    def fileno(self):
        """Return the file descriptor of the underlying socket."""
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        """Close the SocketIO object.  This doesn't close the underlying
        socket, except if all references to it have disappeared.
        """
        if not self.closed:
            super().close()
            self._sock._decref_socketios()
            self._sock = None

    def _require_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')


__all__ = [name for name in globals() if not name.startswith('_')
           and name not in ('io', 'os', 'IntEnum', 'IntFlag', 'EAGAIN', 'EBADF', 'EWOULDBLOCK', 'AddressInfo', 'MsgFlag', 'SocketIO')]
