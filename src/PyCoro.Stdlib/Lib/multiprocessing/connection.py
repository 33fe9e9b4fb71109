"""Connections: ends of pipes that whole objects go through."""

import os
import struct
from time import monotonic

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

# A message is its length and its bytes; a long one has -1 and eight bytes of length.
_SHORT, _LONG = struct.Struct('!i'), struct.Struct('!Q')
_LONGEST_SHORT = 0x7FFFFFFF
_JOINED = 16384                     # up to here one write is cheaper than a copy


class Connection:
    """An end of a pipe."""

    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError('invalid handle')
        if not readable and not writable:
            raise ValueError('at least one of `readable` and `writable` must be True')
        self._handle, self._readable, self._writable = handle, readable, writable

    def __del__(self):
        if self._handle is not None:
            self.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def __reduce__(self):
        from multiprocessing import reduction
        return _rebuild, (reduction.DupFd(self.fileno(), self), self._readable, self._writable)

    @property
    def closed(self):
        """Is it closed?"""
        return self._handle is None

    @property
    def readable(self):
        """Can it receive?"""
        return self._readable

    @property
    def writable(self):
        """Can it send?"""
        return self._writable

    def fileno(self):
        """Its descriptor."""
        self._require_open()
        return self._handle

    def close(self):
        """Close it."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def send(self, obj):
        """Send an object."""
        self._require_writable()
        from multiprocessing.reduction import ForkingPickler
        self._send(ForkingPickler.dumps(obj))

    def recv(self):
        """Receive an object; waits for it. EOFError when nothing is left and the other end is closed."""
        self._require_readable()
        from multiprocessing.reduction import ForkingPickler
        return ForkingPickler.loads(self._receive())

    def send_bytes(self, buf, offset=0, size=None):
        """Send bytes as one message: those of a buffer from offset, size of them if given."""
        self._require_writable()
        view = memoryview(buf).cast('B')
        if offset < 0:
            raise ValueError('offset is negative')
        if offset > len(view):
            raise ValueError('buffer length < offset')
        if size is None:
            size = len(view) - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > len(view):
            raise ValueError('buffer length < offset + size')
        self._send(view[offset:offset + size])

    def recv_bytes(self, maxlength=None):
        """Receive a message of bytes; OSError, and the connection can not be used any more, when it is longer than that."""
        self._require_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        message = self._receive(maxlength)
        if message is None:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError('bad message length')
        return message

    def recv_bytes_into(self, buf, offset=0):
        """Receive a message of bytes into a buffer, and give its length; BufferTooShort, with it, when there is no room."""
        self._require_readable()
        view = memoryview(buf)
        place = view.cast('B')[offset:] if 0 <= offset <= view.nbytes else None
        if place is None:
            raise ValueError('negative offset' if offset < 0 else 'offset too large')
        message = self._receive()
        if len(message) > len(place):
            from multiprocessing.context import BufferTooShort
            raise BufferTooShort(message)
        place[:len(message)] = message
        return len(message)

    def poll(self, timeout=0.0):
        """Is there something to receive, or the end? Waits at most timeout seconds, None: without limit."""
        self._require_readable()
        return bool(wait([self], timeout))

    def _require_open(self):
        if self._handle is None:
            raise OSError('handle is closed')

    def _require_readable(self):
        self._require_open()
        if not self._readable:
            raise OSError('connection is write-only')

    def _require_writable(self):
        self._require_open()
        if not self._writable:
            raise OSError('connection is read-only')

    def _send(self, data):
        length = len(data)
        head = _SHORT.pack(length) if length <= _LONGEST_SHORT else _SHORT.pack(-1) + _LONG.pack(length)
        if length <= _JOINED:
            self._write(head + data)
        else:
            self._write(head)
            self._write(data)

    def _receive(self, limit=None):
        length, = _SHORT.unpack(self._read(_SHORT.size))
        if length < 0:
            length, = _LONG.unpack(self._read(_LONG.size))
        if limit is not None and length > limit:
            return None
        return self._read(length)

    def _write(self, data):
        sent = os.write(self._handle, data)
        if sent < len(data):
            view = memoryview(data)
            while sent < len(view):
                sent += os.write(self._handle, view[sent:])

    def _read(self, size):
        first = os.read(self._handle, size) if size else b''
        if len(first) == size:
            return first
        parts = [first]
        missing = size - len(first)
        while missing:
            if not parts[-1]:
                if missing == size:
                    raise EOFError
                raise OSError('got end of file during message')
            parts.append(os.read(self._handle, min(missing, 1 << 20)))
            missing -= len(parts[-1])
        return b''.join(parts)


def _rebuild(descriptor, readable, writable):
    return Connection(descriptor.detach(), readable, writable)


def Pipe(duplex=True):
    """Two ends of a pipe: connections; without duplex the first one only receives, and the second one only sends."""
    if duplex:
        import _socket
        return tuple(Connection(end.detach()) for end in _socket.socketpair())
    receiver, sender = os.pipe()
    return Connection(receiver, writable=False), Connection(sender, readable=False)


def wait(object_list, timeout=None):
    """Those of the connections, sockets and descriptors that something can be received from; waits at most timeout seconds."""
    import select
    watched = {}
    poll = select.poll()
    for each in object_list:
        descriptor = each if isinstance(each, int) else each.fileno()
        watched[descriptor] = each
        poll.register(descriptor, select.POLLIN | select.POLLPRI)
    end = None if timeout is None else monotonic() + timeout
    while True:
        left = None if end is None else max(0.0, end - monotonic())
        # A wait may come to its end a little early.
        ready = poll.poll(None if left is None else left * 1000)
        if ready or left == 0.0:
            return [watched[descriptor] for descriptor, _ in ready]


def __getattr__(name):
    if name in ('Client', 'Listener'):
        raise NotImplementedError(f'multiprocessing.connection.{name} is not implemented in PyCoro')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
