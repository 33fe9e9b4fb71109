"""Pickler and Unpickler as the native ones of CPython show themselves: their parameters, and their errors for broken data."""

import io
import pickle
from pickle import PickleError, PicklingError, UnpicklingError


class Pickler(pickle._Pickler):
    """This takes a binary file for writing a pickle data stream."""

    __module__ = "_pickle"

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        super().__init__(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)


def _is_of_the_machine(error):
    """Did the code of pickle itself raise it, not what the data made it call?"""
    step = error.__traceback__
    while step.tb_next is not None:
        step = step.tb_next
    return step.tb_frame.f_globals is vars(pickle)


class Unpickler(pickle._Unpickler):
    """This takes a binary file for reading a pickle data stream."""

    __module__ = "_pickle"

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        super().__init__(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
        read, readline = self._file_read, self._file_readline

        def read_all(size):
            data = read(size)
            # Of a single byte the machine notices itself that it is missing, and may be right: that is the end.
            if len(data) < size and size > 1:
                raise UnpicklingError("pickle data was truncated")
            return data

        def read_whole_line():
            line = readline()
            if line[-1:] != b"\n":
                raise UnpicklingError("pickle data was truncated")
            return line

        self._file_read, self._file_readline = read_all, read_whole_line

    def load(self):
        """Load a pickle: the reconstituted object hierarchy that the file holds."""
        try:
            return super().load()
        except (EOFError, IndexError) as error:
            if not _is_of_the_machine(error):
                raise
            if isinstance(error, EOFError):
                failure = EOFError("Ran out of input")
            elif str(error) == "index out of range":
                failure = UnpicklingError("pickle data was truncated")
            else:
                failure = UnpicklingError("unpickling stack underflow")
        raise failure


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return load(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
