"""communicate(): writing what a child shall read and reading what it writes, at the same time and within a time."""

import os
import select
from time import monotonic

from ._outcomes import TimeoutExpired

_PIECE = 32768


class Deadline:
    """The moment at which a time is over; there may be none."""

    def __init__(self, timeout):
        self.timeout = timeout
        self._end = None if timeout is None else monotonic() + timeout

    def left(self):
        """The seconds that are left, None without a limit."""
        return None if self._end is None else self._end - monotonic()

    def is_over(self):
        return self._end is not None and monotonic() > self._end


class Exchange:
    """What has still to be written to a child, and what it has written so far. A timeout interrupts it; it can go on."""

    def __init__(self, process, input):
        self._process = process
        self._pending = self._as_bytes(input)
        self._received = {stream: [] for stream in (process.stdout, process.stderr) if stream is not None}
        if process.stdin is not None:
            self._flush()
            if not self._pending:
                close_quietly(process.stdin)

    def _as_bytes(self, input):
        if not input or self._process.stdin is None:
            return None
        if self._process.text_mode:
            input = input.encode(self._process.stdin.encoding, self._process.stdin.errors)
        return memoryview(input)

    def _flush(self):
        # Somebody may have written to the stream before; what is written here goes past its buffer.
        try:
            self._process.stdin.flush()
        except BrokenPipeError:
            pass

    def advance(self, selector_class, deadline):
        """Go on until all is written and read; TimeoutExpired when the time is over before."""
        with selector_class() as selector:
            if self._pending:
                selector.register(self._process.stdin, 2)
            for stream in self._received:
                if not stream.closed:
                    selector.register(stream, 1)
            while selector.get_map():
                left = deadline.left()
                if left is not None and left < 0:
                    raise self.expired(deadline)
                ready = selector.select(left)
                if deadline.is_over():
                    raise self.expired(deadline)
                for key, _ in ready:
                    is_finished = self._write(key) if key.fileobj is self._process.stdin else self._read(key)
                    if is_finished:
                        selector.unregister(key.fileobj)
                        close_quietly(key.fileobj)

    def _write(self, key):
        # So much goes into a pipe that is ready without waiting.
        try:
            written = os.write(key.fd, self._pending[:select.PIPE_BUF])
        except BrokenPipeError:
            return True
        self._pending = self._pending[written:]
        return not self._pending

    def _read(self, key):
        data = os.read(key.fd, _PIECE)
        if data:
            self._received[key.fileobj].append(data)
        return not data

    def _so_far(self, stream):
        pieces = self._received.get(stream)
        return b''.join(pieces) if pieces else None

    def expired(self, deadline):
        """The error that says so, with what there is."""
        process = self._process
        return TimeoutExpired(process.args, deadline.timeout, output=self._so_far(process.stdout),
                              stderr=self._so_far(process.stderr))

    def result(self):
        """What the child has written to its two outputs; None for one that was not caught."""
        return tuple([self._result_of(stream) for stream in (self._process.stdout, self._process.stderr)])

    def _result_of(self, stream):
        if stream is None:
            return None
        data = self._so_far(stream) or b''
        if not self._process.text_mode:
            return data
        return data.decode(stream.encoding, stream.errors).replace('\r\n', '\n').replace('\r', '\n')


def close_quietly(file, input=None):
    """Write, and close; a child that reads no more is no error."""
    import errno
    for action in ([lambda: file.write(input)] if input else []) + [file.close]:
        try:
            action()
        except BrokenPipeError:
            pass
        except OSError as problem:
            # Some systems say so when the other end has gone in the middle of it.
            if problem.errno != errno.EINVAL:
                raise
