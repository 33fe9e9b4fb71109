"""Functions to convert between Python values and C structs (library reference: struct)."""

from _struct import Codec as _Codec

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


error.__module__ = "struct"


class Struct:
    """Struct(fmt) --> compiled struct object"""

    __slots__ = ("format", "size", "_codec", "__weakref__")

    def __init__(self, format):
        if isinstance(format, (bytes, bytearray)):
            format = format.decode("ascii")
        elif not isinstance(format, str):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        self.format = format
        self._codec = _Codec(format, error)
        self.size = self._codec.size

    def pack(self, *values):
        """Return a bytes object containing the values packed according to the format."""
        codec = self._codec
        if len(values) != codec.count:
            raise error(f"pack expected {codec.count} items for packing (got {len(values)})")
        return codec.pack(values, error)

    def pack_into(self, *args):
        """Pack the values and write the bytes into the writable buffer starting at an offset."""
        if len(args) < 2:
            raise error("pack_into expected buffer argument" if not args else "pack_into expected offset argument")
        buffer, offset, *values = args
        if len(values) != self._codec.count:
            raise error(f"pack_into expected {self._codec.count} items for packing (got {len(values)})")
        view = memoryview(buffer)
        if view.readonly:
            raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
        view = view.cast("B")
        start = self._place(offset, len(view), "no space to pack", "pack_into", "packing")
        view[start:start + self.size] = self._codec.pack(tuple(values), error)

    def _place(self, offset, length, short, name, doing):
        if offset < 0:
            if offset + self.size > 0:
                raise error(f"{short} {self.size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < self.size:
            raise error(f"{name} requires a buffer of at least {self.size + offset} bytes for {doing} {self.size} "
                        f"bytes at offset {offset} (actual buffer size is {length})")
        return offset

    def unpack(self, buffer, /):
        """Return a tuple containing unpacked values."""
        length = len(buffer) if isinstance(buffer, (bytes, bytearray)) else memoryview(buffer).nbytes
        if length != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._codec.unpack(buffer, 0)

    def unpack_from(self, buffer, offset=0):
        """Return a tuple containing values unpacked from the buffer starting at an offset."""
        length = len(buffer) if isinstance(buffer, (bytes, bytearray)) else memoryview(buffer).nbytes
        return self._codec.unpack(buffer, self._place(offset, length, "not enough data to unpack", "unpack_from",
                                                      "unpacking"))

    def iter_unpack(self, buffer, /):
        """Return an iterator yielding tuples."""
        if not self.size:
            raise error("cannot iteratively unpack with a struct of length 0")
        length = memoryview(buffer).nbytes
        if length % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return map(self._codec.unpack, _same(buffer, length // self.size), range(0, length, self.size))


def _same(item, times):
    for _ in range(times):
        yield item


_cache = {}


def _struct(format):
    try:
        return _cache[format]
    except KeyError:
        if len(_cache) > 100:
            _cache.clear()
        made = _cache[format] = Struct(format)
        return made
    except TypeError:
        return Struct(format)


def calcsize(format, /):
    """Return size in bytes of the struct described by the format string."""
    return _struct(format).size


def pack(format, /, *values):
    """Return a bytes object containing the values packed according to the format string."""
    return _struct(format).pack(*values)


def pack_into(format, /, *args):
    """Pack the values and write the packed bytes into a writable buffer starting at an offset."""
    _struct(format).pack_into(*args)


def unpack(format, buffer, /):
    """Return a tuple containing values unpacked according to the format string."""
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    """Return a tuple containing values unpacked according to the format string, starting at an offset."""
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """Return an iterator yielding tuples unpacked from the given bytes."""
    return _struct(format).iter_unpack(buffer)


def _clearcache():
    """Clear the internal cache."""
    _cache.clear()
