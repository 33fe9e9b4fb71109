"""Values as bytes and back (library reference: marshal), in the format that CPython 3.11 writes and reads.

Of an object that occurs twice the second is a reference to the first, since version 3. CPython marks for that whatever
something else refers to as well, so what it writes differs in those marks; each reads what the other writes. Code
objects are written in a form of PyCoro's own, for their instructions are.
"""

import struct
import sys

from _marshal import dump_code, load_code

__all__ = ['dump', 'dumps', 'load', 'loads', 'version']

version = 4

_MARK = 0x80
_DIGIT = 15
_SINGLETONS = {None: b'N', True: b'T', False: b'F', Ellipsis: b'.', StopIteration: b'S'}
_pack_int = struct.Struct('<i').pack
_pack_long = struct.Struct('<q').pack
_pack_size = struct.Struct('<I').pack
_pack_float = struct.Struct('<d').pack


# -- Writing -----------------------------------------------------------------------------------------------------------

class _Writer:
    def __init__(self, version):
        self.version = version
        self.out = bytearray()
        self.known = {} if version >= 3 else None

    def write(self, value):
        if value is None or value is True or value is False or value is Ellipsis or value is StopIteration:
            self.out += _SINGLETONS[value]
            return
        if self.known is not None:
            place = self.known.get(id(value))
            if place is not None:
                self.out += b'r' + _pack_size(place[0])
                return
            # The object is kept, or another could get its id.
            self.known[id(value)] = len(self.known), value
        method = self.methods.get(type(value))
        if method is None:
            method = self.method_for(value)
        method(self, value)

    def method_for(self, value):
        if type(value).__name__ == 'code' and hasattr(value, 'co_code'):
            return _Writer.write_code
        try:
            with memoryview(value):
                return _Writer.write_buffer
        except TypeError:
            raise ValueError('unmarshallable object') from None

    def code(self, letter):
        self.out.append(ord(letter) | (_MARK if self.known is not None else 0))

    def write_int(self, value):
        if -1 << 31 <= value < 1 << 31:
            self.code('i')
            self.out += _pack_int(value)
            return
        self.code('l')
        digits = []
        rest = abs(value)
        while rest:
            digits.append(rest & (1 << _DIGIT) - 1)
            rest >>= _DIGIT
        self.out += _pack_int(len(digits) if value > 0 else -len(digits))
        self.out += struct.pack(f'<{len(digits)}H', *digits)

    def write_float(self, value):
        if self.version > 1:
            self.code('g')
            self.out += _pack_float(value)
        else:
            self.code('f')
            self.short_text(repr(value))

    def write_complex(self, value):
        if self.version > 1:
            self.code('y')
            self.out += _pack_float(value.real) + _pack_float(value.imag)
        else:
            self.code('x')
            self.short_text(format(value.real, '.17g'))
            self.short_text(format(value.imag, '.17g'))

    def short_text(self, text):
        data = text.encode('ascii')
        self.out.append(len(data))
        self.out += data

    def write_str(self, value):
        if self.version >= 4 and value.isascii():
            if len(value) < 256:
                self.code('z')
                self.out.append(len(value))
            else:
                self.code('a')
                self.out += _pack_size(len(value))
            self.out += value.encode('ascii')
            return
        data = value.encode('utf-8', 'surrogatepass')
        self.code('u')
        self.out += _pack_size(len(data)) + data

    def write_buffer(self, value):
        data = bytes(value)
        self.code('s')
        self.out += _pack_size(len(data)) + data

    def write_tuple(self, value):
        if self.version >= 4 and len(value) < 256:
            self.code(')')
            self.out.append(len(value))
        else:
            self.code('(')
            self.out += _pack_size(len(value))
        for item in value:
            self.write(item)

    def write_items(self, value):
        self.code({list: '[', set: '<', frozenset: '>'}[type(value)])
        self.out += _pack_size(len(value))
        for item in value if type(value) is list else self.in_order(value):
            self.write(item)

    @staticmethod
    def in_order(items):
        """A set's items in an order that depends on nothing but them."""
        return [item for _, item in sorted(((dumps(item, 2), item) for item in items), key=lambda pair: pair[0])]

    def write_dict(self, value):
        self.code('{')
        for key, item in value.items():
            self.write(key)
            self.write(item)
        self.out += b'0'

    def write_code(self, value):
        data = dump_code(value)
        self.code('c')
        self.out += _pack_size(len(data)) + data

    methods = {
        int: write_int, float: write_float, complex: write_complex, str: write_str, bytes: write_buffer,
        tuple: write_tuple, list: write_items, set: write_items, frozenset: write_items, dict: write_dict,
    }


def dumps(value, version=version, /):
    """Return the bytes object that would be written to a file by dump(value, file)."""
    sys.audit('marshal.dumps', value, version)
    writer = _Writer(version)
    try:
        writer.write(value)
    except RecursionError:
        raise ValueError('object too deeply nested to marshal') from None
    return bytes(writer.out)


def dump(value, file, version=version, /):
    """Write the value on the open file."""
    return file.write(dumps(value, version))


# -- Reading -----------------------------------------------------------------------------------------------------------

_END = object()


class _Reader:
    def __init__(self, take):
        self.take = take
        self.known = []

    def bytes(self, size):
        data = self.take(size)
        if len(data) < size:
            raise EOFError('marshal data too short')
        return data

    def int(self):
        return int.from_bytes(self.bytes(4), 'little', signed=True)

    def size(self, what):
        size = self.int()
        if size < 0:
            raise ValueError(f'bad marshal data ({what} size out of range)')
        return size

    def value(self, what):
        value = self.read()
        if value is _END:
            raise TypeError(f'NULL object in marshal data for {what}')
        return value

    def read(self):
        code = self.take(1)
        if not code:
            raise EOFError('EOF read where object expected')
        letter = chr(code[0] & ~_MARK)
        if letter == '0':
            return _END
        if letter in _WORDS:
            return _WORDS[letter]
        if letter == 'r':
            place = self.int()
            if not 0 <= place < len(self.known) or self.known[place] is _END:
                raise ValueError('bad marshal data (invalid reference)')
            return self.known[place]
        method = _METHODS.get(letter)
        if method is None:
            raise ValueError('bad marshal data (unknown type code)')
        place = None
        if code[0] & _MARK:
            place = len(self.known)
            self.known.append(_END)
        value = method(self, letter, place)
        if place is not None:
            self.known[place] = value
        return value

    def read_int(self, letter, place):
        return self.int()

    def read_int64(self, letter, place):
        return int.from_bytes(self.bytes(8), 'little', signed=True)

    def read_long(self, letter, place):
        count = self.int()
        if count == -1 << 31:
            raise ValueError('bad marshal data (long size out of range)')
        value = 0
        digits = struct.unpack(f'<{abs(count)}H', self.bytes(2 * abs(count)))
        if digits and digits[-1] == 0:
            raise ValueError('bad marshal data (unnormalized long data)')
        for digit in reversed(digits):
            if digit >> _DIGIT:
                raise ValueError('bad marshal data (digit out of range in long)')
            value = value << _DIGIT | digit
        return -value if count < 0 else value

    def float_text(self):
        return float(self.bytes(self.bytes(1)[0]))

    def float_bits(self):
        return struct.unpack('<d', self.bytes(8))[0]

    def read_float(self, letter, place):
        return self.float_text() if letter == 'f' else self.float_bits()

    def read_complex(self, letter, place):
        part = self.float_text if letter == 'x' else self.float_bits
        real = part()
        return complex(real, part())

    def read_bytes(self, letter, place):
        return self.bytes(self.size('bytes object'))

    def read_ascii(self, letter, place):
        size = self.bytes(1)[0] if letter in 'zZ' else self.size('string')
        return self.bytes(size).decode('latin-1')

    def read_str(self, letter, place):
        return self.bytes(self.size('string')).decode('utf-8', 'surrogatepass')

    def read_tuple(self, letter, place):
        size = self.bytes(1)[0] if letter == ')' else self.size('tuple')
        return tuple([self.value('tuple') for _ in range(size)])

    def read_list(self, letter, place):
        result = []
        if place is not None:
            self.known[place] = result
        for _ in range(self.size('list')):
            result.append(self.value('list'))
        return result

    def read_set(self, letter, place):
        size = self.size('set')
        if letter == '>':
            return frozenset([self.value('set') for _ in range(size)])
        result = set()
        if place is not None:
            self.known[place] = result
        for _ in range(size):
            result.add(self.value('set'))
        return result

    def read_dict(self, letter, place):
        result = {}
        if place is not None:
            self.known[place] = result
        while (key := self.read()) is not _END:
            value = self.read()
            if value is _END:
                break
            result[key] = value
        return result

    def read_code(self, letter, place):
        return load_code(self.bytes(self.size('code')))


_WORDS = {code.decode(): value for value, code in _SINGLETONS.items()}
_METHODS = {
    'i': _Reader.read_int, 'I': _Reader.read_int64, 'l': _Reader.read_long, 'f': _Reader.read_float, 'g': _Reader.read_float,
    'x': _Reader.read_complex, 'y': _Reader.read_complex, 's': _Reader.read_bytes, 'z': _Reader.read_ascii,
    'Z': _Reader.read_ascii, 'a': _Reader.read_ascii, 'A': _Reader.read_ascii, 'u': _Reader.read_str, 't': _Reader.read_str,
    '(': _Reader.read_tuple, ')': _Reader.read_tuple, '[': _Reader.read_list, '<': _Reader.read_set, '>': _Reader.read_set,
    '{': _Reader.read_dict, 'c': _Reader.read_code,
}


def loads(bytes, /):
    """Convert the bytes-like object to a value; what follows the value is ignored."""
    with memoryview(bytes) as view:
        data = view.tobytes()
    sys.audit('marshal.loads', data)
    place = 0

    def take(size):
        nonlocal place
        place += size
        return data[place - size:place]

    return _read(take)


def load(file, /):
    """Read one value from the open file and return it."""
    sys.audit('marshal.load')
    def take(size):
        data = file.read(size)
        if not isinstance(data, _bytes):
            raise TypeError(f'file.read() returned not bytes but {type(data).__name__}')
        return data

    return _read(take)


def _read(take):
    try:
        return _Reader(take).value('object')
    except RecursionError:
        raise ValueError('recursion limit exceeded') from None


_bytes = bytes
