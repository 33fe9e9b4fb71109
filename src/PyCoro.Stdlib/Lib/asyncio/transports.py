"""Transports: the ends of connections that programs hold (library reference: Transports and Protocols)."""

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport')


class BaseTransport:
    """What all transports can do."""

    __slots__ = ('_extra',)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """Get optional information about the transport."""
        return self._extra.get(name, default)

    def is_closing(self):
        """Tell whether the transport is closed or closing."""
        raise NotImplementedError

    def close(self):
        """Close the transport when what is buffered has been sent."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Set a new protocol."""
        raise NotImplementedError

    def get_protocol(self):
        """Give the current protocol."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """A transport to read from."""

    __slots__ = ()

    def is_reading(self):
        """Tell whether data is being received."""
        raise NotImplementedError

    def pause_reading(self):
        """Give the protocol no data until resume_reading() is called."""
        raise NotImplementedError

    def resume_reading(self):
        """Give the protocol data again."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """A transport to write to."""

    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """Set at how many buffered bytes the protocol is told to pause, and to go on."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """Give the number of buffered bytes."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """Give the low and the high limit."""
        raise NotImplementedError

    def write(self, data):
        """Send bytes, or buffer them to be sent; never waits."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Send several pieces as if they were one."""
        self.write(b''.join(list_of_data))

    def write_eof(self):
        """Tell the other end, after what is buffered, that no more will come."""
        raise NotImplementedError

    def can_write_eof(self):
        """Tell whether write_eof() works here."""
        raise NotImplementedError

    def abort(self):
        """Close at once; what is buffered is lost."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """A transport in both directions, such as a TCP connection."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """A transport of datagrams."""

    __slots__ = ()

    def sendto(self, data, addr=None):
        """Send a datagram to `addr`, or to where the transport is connected; never waits."""
        raise NotImplementedError

    def abort(self):
        """Close at once; what is buffered is lost."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A child process."""

    __slots__ = ()

    def get_pid(self):
        """Give the process id of the child."""
        raise NotImplementedError

    def get_returncode(self):
        """Give how the child ended, or None as long as it runs."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """Give the transport of the pipe to the child's descriptor `fd`."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Send the child a signal."""
        raise NotImplementedError

    def terminate(self):
        """Ask the child to end (SIGTERM)."""
        raise NotImplementedError

    def kill(self):
        """End the child (SIGKILL)."""
        raise NotImplementedError


class _FlowControlMixin(Transport):
    """Tells the protocol to pause and to go on writing, by the size of the buffer.

    Who derives from it calls the two _maybe methods whenever get_write_buffer_size() may have grown or shrunk.
    """

    __slots__ = ('_loop', '_protocol_paused', '_high_water', '_low_water')

    def __init__(self, extra=None, loop=None):
        assert loop is not None
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_write_buffer_limits()

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def get_write_buffer_size(self):
        raise NotImplementedError

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_write_buffer_limits(high=high, low=low)
        self._maybe_pause_protocol()

    def _set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._high_water = high
        self._low_water = low

    def _maybe_pause_protocol(self):
        if not self._protocol_paused and self.get_write_buffer_size() > self._high_water:
            self._protocol_paused = True
            self._tell_protocol('pause_writing')

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol('resume_writing')

    def _tell_protocol(self, what):
        try:
            getattr(self._protocol, what)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                'message': f'protocol.{what}() failed',
                'exception': error,
                'transport': self,
                'protocol': self._protocol,
            })
