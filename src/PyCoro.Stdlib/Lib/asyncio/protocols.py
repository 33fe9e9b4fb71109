"""Protocols: what a program derives from to hear of its connections (library reference: Transports and Protocols)."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What all protocols hear."""

    __slots__ = ()

    def connection_made(self, transport):
        """Called when the connection stands; the transport is the argument."""

    def pause_writing(self):
        """Called when the transport's buffer passes its high-water mark."""

    def resume_writing(self):
        """Called when the transport's buffer has fallen to its low-water mark."""

    def connection_lost(self, exc):
        """Called when the connection is over. The argument is the exception, or None for a regular end."""


class DatagramProtocol(BaseProtocol):
    """Hears of datagrams."""

    __slots__ = ()

    def error_received(self, exc):
        """Called when sending or receiving raised an OSError."""

    def datagram_received(self, data, addr):
        """Called with a datagram and its sender."""


class SubprocessProtocol(BaseProtocol):
    """Hears of a child process."""

    __slots__ = ()

    def process_exited(self):
        """Called when the child has ended."""

    def pipe_data_received(self, fd, data):
        """Called with what the child wrote to its stdout (1) or stderr (2)."""

    def pipe_connection_lost(self, fd, exc):
        """Called when one of the pipes to the child was closed."""


class Protocol(BaseProtocol):
    """Hears of the bytes of a stream."""

    __slots__ = ()

    def data_received(self, data):
        """Called with what has arrived."""

    def eof_received(self):
        """Called when the other end will send no more. A true result keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """Has the bytes of a stream written into a buffer of its own."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Called for a buffer that is not empty; `sizehint` is its least size, or -1."""

    def buffer_updated(self, nbytes):
        """Called when `nbytes` have been written into the buffer."""

    def eof_received(self):
        """Called when the other end will send no more. A true result keeps the transport open."""


def _feed_data_to_buffered_proto(proto, data):
    """Give a buffered protocol bytes that have arrived otherwise."""
    rest = memoryview(data)
    while rest:
        buffer = proto.get_buffer(len(rest))
        room = len(buffer)
        if not room:
            raise RuntimeError('get_buffer() returned an empty buffer')
        portion = rest[:room]
        buffer[:len(portion)] = portion
        proto.buffer_updated(len(portion))
        rest = rest[len(portion):]
