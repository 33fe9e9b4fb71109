"""Transports: the ends of connections that programs hold (library reference: Transports and Protocols)."""

import _asyncio

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport')


class BaseTransport(_asyncio.TransportCore):
    """What all transports can do."""

    __slots__ = ()

    def set_protocol(self, protocol):
        """Set a new protocol."""
        raise NotImplementedError

    def get_protocol(self):
        """Give the current protocol."""
        raise NotImplementedError

    def close(self):
        """Close the transport when what is buffered has been sent."""
        raise NotImplementedError

    def is_closing(self):
        """Tell whether the transport is closed or closing."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """A transport to read from."""

    __slots__ = ()

    def resume_reading(self):
        """Give the protocol data again."""
        raise NotImplementedError

    def pause_reading(self):
        """Give the protocol no data until resume_reading() is called."""
        raise NotImplementedError

    def is_reading(self):
        """Tell whether data is being received."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """A transport to write to."""

    __slots__ = ()

    def write(self, data):
        """Send bytes, or buffer them to be sent; never waits."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Send several pieces as if they were one."""
        self.write(b''.join(list_of_data))

    def can_write_eof(self):
        """Tell whether write_eof() works here."""
        raise NotImplementedError

    def write_eof(self):
        """Tell the other end, after what is buffered, that no more will come."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """Give the low and the high limit."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """Give the number of buffered bytes."""
        raise NotImplementedError

    def set_write_buffer_limits(self, high=None, low=None):
        """Set at how many buffered bytes the protocol is told to pause, and to go on."""
        raise NotImplementedError

    def abort(self):
        """Close at once; what is buffered is lost."""
        raise NotImplementedError


class DatagramTransport(BaseTransport):
    """A transport of datagrams."""

    __slots__ = ()

    def abort(self):
        """Close at once; what is buffered is lost."""
        raise NotImplementedError

    def sendto(self, data, addr=None):
        """Send a datagram to `addr`, or to where the transport is connected; never waits."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A child process."""

    __slots__ = ()

    def send_signal(self, signal):
        """Send the child a signal."""
        raise NotImplementedError

    def kill(self):
        """End the child (SIGKILL)."""
        raise NotImplementedError

    def terminate(self):
        """Ask the child to end (SIGTERM)."""
        raise NotImplementedError

    def get_returncode(self):
        """Give how the child ended, or None as long as it runs."""
        raise NotImplementedError

    def get_pid(self):
        """Give the process id of the child."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """Give the transport of the pipe to the child's descriptor `fd`."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """A transport in both directions, such as a TCP connection."""

    __slots__ = ()


class _FlowControlMixin(_asyncio.FlowControl, Transport):
    """Tells the protocol to pause and to go on writing, by the size of the buffer.

    Who derives from it calls _maybe_pause_protocol() and _maybe_resume_protocol(), which are native, whenever
    get_write_buffer_size() may have grown or shrunk.
    """

    __slots__ = ()

    def get_write_buffer_size(self):
        raise NotImplementedError

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_write_buffer_limits(high, low)
        self._maybe_pause_protocol()

    def _set_write_buffer_limits(self, high=None, low=None):
        """A limit that is not given follows from the other one: the high one is four times the low one."""
        if high is None:
            high = 65536 if low is None else low * 4
        if low is None:
            low = high // 4
        if low < 0 or high < low:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._low_water, self._high_water = low, high
