"""Codec registry, and classes that codecs are made of.

The text encodings of the runtime (UTF-8, -16, -32, ASCII, Latin-1) are reached through _codecs; escapes, character maps and
the codecs between bytes and bytes or text and text are written here.
"""

import builtins
import _codecs

__all__ = ['register', 'unregister', 'lookup', 'open', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE',
           'BOM64_BE', 'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter',
           'StreamReaderWriter', 'getencoder', 'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader',
           'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors', 'replace_errors',
           'xmlcharrefreplace_errors', 'backslashreplace_errors', 'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM64_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = BOM64_BE = b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE


class CodecInfo(tuple):
    """What the registry knows of a codec."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return '<%s.%s object for encoding %s at %#x>' % (self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


class Codec:
    """The interface of stateless encoders and decoders."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes an input in several steps."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps the input that could not be encoded yet."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    """Decodes an input in several steps."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes that could not be decoded yet."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _Stream:
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stream.close()


class StreamWriter(_Stream, Codec):
    """Encodes what is written to a stream of bytes."""

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream, Codec):
    """Decodes what is read from a stream of bytes."""

    def __init__(self, stream, errors='strict'):
        super().__init__(stream, errors)
        self._bytes = b''
        self._text = ''

    def _fill(self, size=-1):
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self._bytes + new
        text, consumed = self.decode(data, self.errors)
        self._bytes = data[consumed:]
        self._text += text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0:
            if not self._text or size < 0:
                self._fill(size)
            text, self._text = self._text, ''
            return text
        while len(self._text) < chars and self._fill(size if size > 0 else 72):
            pass
        text, self._text = self._text[:chars], self._text[chars:]
        return text

    def readline(self, size=None, keepends=True):
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or (lines and lines[0].endswith('\n')) or not self._fill(72):
                break
        if not lines:
            lines = self._text.splitlines(True) or ['']
        self._text = ''.join(lines[1:])
        line = lines[0]
        return line if keepends else (line.splitlines() or [''])[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._bytes = b''
        self._text = ''

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter:
    """A reader and a writer over one stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open an encoded file using the given mode and return a wrapped version providing transparent
    encoding/decoding."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        wrapped.encoding = encoding
        return wrapped
    except:
        file.close()
        raise


def _coders(name, encode, decode, is_text=True):
    """The classes of a codec that needs no state but what is left over."""
    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return decode(input, errors, final)

    class Writer(StreamWriter):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            return decode(input, errors, False)

    def decode_all(input, errors='strict'):
        return decode(input, errors, True)

    return CodecInfo(encode, decode_all, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=is_text)


def _native(name):
    def encode(input, errors='strict'):
        return _codecs._native_encode(name, input, errors)

    def decode(input, errors='strict', final=True):
        return _codecs._native_decode(name, input, errors, final)
    return encode, decode


def _export():
    for name in 'utf-7', 'utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'ascii', 'latin-1':
        encode, decode = _native(name)
        prefix = name.replace('-', '_')
        globals()[prefix + '_encode'] = encode

        def decode_part(input, errors='strict', final=False, decode=decode):
            return decode(input, errors, final)
        globals()[prefix + '_decode'] = decode_part


_export()


def escape_decode(data, errors='strict'):
    if isinstance(data, str):
        data = data.encode()
    result = bytearray()
    place = 0
    simple = {'\\': 92, "'": 39, '"': 34, 'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11}
    text = bytes(data).decode('latin-1')
    while place < len(text):
        char = text[place]
        place += 1
        if char != '\\':
            result.append(ord(char))
            continue
        if place == len(text):
            raise ValueError('Trailing \\ in string')
        char = text[place]
        place += 1
        if char in simple:
            result.append(simple[char])
        elif char == '\n':
            pass
        elif char in '01234567':
            end = place
            while end < place + 2 and end < len(text) and text[end] in '01234567':
                end += 1
            result.append(int(text[place - 1:end], 8) & 0xff)
            place = end
        elif char == 'x':
            digits = text[place:place + 2]
            if len(digits) < 2 or not all(digit in '0123456789abcdefABCDEF' for digit in digits):
                raise ValueError(f'invalid \\x escape at position {place - 2}')
            result.append(int(digits, 16))
            place += 2
        else:
            result += b'\\' + char.encode('latin-1')
    return bytes(result), len(data)


def escape_encode(data, errors='strict'):
    return repr(bytes(data))[2:-1].replace('\\"', '"').encode(), len(data)


def _escape_point(point):
    return b'\\x%02x' % point if point < 0x100 else b'\\u%04x' % point if point < 0x10000 else b'\\U%08x' % point


def unicode_escape_encode(input, errors='strict'):
    result = bytearray()
    for char in input:
        point = ord(char)
        if char in '\\\t\n\r':
            result += {'\\': b'\\\\', '\t': b'\\t', '\n': b'\\n', '\r': b'\\r'}[char]
        elif 32 <= point < 127:
            result.append(point)
        else:
            result += _escape_point(point)
    return bytes(result), len(input)


def raw_unicode_escape_encode(input, errors='strict'):
    result = bytearray()
    for char in input:
        point = ord(char)
        result += bytes((point,)) if point < 0x100 else _escape_point(point)
    return bytes(result), len(input)


def _decode_escapes(codec, data, errors, final, short):
    text = data if isinstance(data, str) else bytes(data).decode('latin-1')
    raw = text.encode('latin-1', 'replace') if isinstance(data, str) else bytes(data)
    result = []
    place = 0
    names = {'x': (2, '\\xXX'), 'u': (4, '\\uXXXX'), 'U': (8, '\\UXXXXXXXX')}
    while place < len(text):
        slash = text.find('\\', place)
        if slash < 0:
            result.append(text[place:])
            place = len(text)
            break
        result.append(text[place:slash])
        kind = text[slash + 1:slash + 2]
        if not kind:
            if not final:
                return ''.join(result), slash
            if short is None:
                result.append('\\')
                place = slash + 1
                continue
            end, reason = slash + 1, '\\ at end of string'
        elif kind in names and (short is not None or kind != 'x'):
            count, shape = names[kind]
            end = slash + 2
            while end < slash + 2 + count and text[end:end + 1] and text[end] in '0123456789abcdefABCDEF':
                end += 1
            if end == slash + 2 + count:
                point = int(text[slash + 2:end], 16)
                if point < 0x110000:
                    result.append(chr(point))
                    place = end
                    continue
                reason = 'illegal Unicode character'
            else:
                if end == len(text) and not final:
                    return ''.join(result), slash
                reason = f'truncated {shape} escape'
        elif short is None:
            result.append('\\' + kind)
            place = slash + 2
            continue
        elif kind in short:
            result.append(short[kind])
            place = slash + 2
            continue
        elif kind in '01234567':
            end = slash + 2
            while end < slash + 4 and text[end:end + 1] and text[end] in '01234567':
                end += 1
            result.append(chr(int(text[slash + 1:end], 8)))
            place = end
            continue
        elif kind == 'N':
            close = text.find('}', slash)
            if text[slash + 2:slash + 3] == '{' and close > 0:
                import unicodedata
                try:
                    result.append(unicodedata.lookup(text[slash + 3:close]))
                    place = close + 1
                    continue
                except KeyError:
                    end, reason = close + 1, 'unknown Unicode character name'
            else:
                end, reason = slash + 2, 'malformed \\N character escape'
        else:
            result.append('\\' + kind)
            place = slash + 2
            continue
        replacement, place = lookup_error(errors)(UnicodeDecodeError(codec, raw, slash, end, reason))
        result.append(replacement)
    return ''.join(result), place


_SHORT = {'\\': '\\', "'": "'", '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\n': ''}


def unicode_escape_decode(input, errors='strict', final=True):
    return _decode_escapes('unicodeescape', input, errors, final, _SHORT)


def raw_unicode_escape_decode(input, errors='strict', final=True):
    return _decode_escapes('rawunicodeescape', input, errors, final, None)


def charmap_build(table):
    """A map for charmap_encode out of a table for charmap_decode."""
    return {ord(char): number for number, char in enumerate(table) if char != '\ufffe'}


def charmap_encode(input, errors='strict', mapping=None):
    if mapping is None:
        return latin_1_encode(input, errors)
    result = bytearray()
    place = 0
    while place < len(input):
        try:
            code = mapping[ord(input[place])]
        except LookupError:
            code = None
        if code is None:
            end = place + 1
            while end < len(input) and mapping.get(ord(input[end])) is None:
                end += 1
            replacement, place = lookup_error(errors)(UnicodeEncodeError('charmap', input, place, end, 'character maps to <undefined>'))
            result += replacement if isinstance(replacement, bytes) else charmap_encode(replacement, 'strict', mapping)[0]
            continue
        result += bytes((code,)) if isinstance(code, int) else code
        place += 1
    return bytes(result), len(input)


def charmap_decode(data, errors='strict', mapping=None):
    if mapping is None:
        return latin_1_decode(data, errors, True)
    data = bytes(data)
    result = []
    place = 0
    while place < len(data):
        try:
            char = mapping[data[place]]
        except LookupError:
            char = None
        if isinstance(char, int):
            char = chr(char)
        if char is None or char == '\ufffe':
            replacement, place = lookup_error(errors)(UnicodeDecodeError('charmap', data, place, place + 1, 'character maps to <undefined>'))
            result.append(replacement)
            continue
        result.append(char)
        place += 1
    return ''.join(result), len(data)


def readbuffer_encode(data, errors='strict'):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def make_identity_dict(rng):
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    result = {}
    for key, value in decoding_map.items():
        result[value] = None if value in result else key
    return result


def _rot13(input, errors='strict', final=True):
    def turn(char):
        if 'a' <= char <= 'z' or 'A' <= char <= 'Z':
            base = ord('a') if char >= 'a' else ord('A')
            return chr((ord(char) - base + 13) % 26 + base)
        return char
    return ''.join(map(turn, input)), len(input)


def _hex_encode(input, errors='strict'):
    return bytes(input).hex().encode(), len(input)


def _hex_decode(input, errors='strict', final=True):
    return bytes.fromhex(bytes(input).decode('ascii')), len(input)


_search_functions = []
_cache = {}
_own = {'unicode_escape': lambda: _coders('unicode-escape', unicode_escape_encode, unicode_escape_decode),
        'raw_unicode_escape': lambda: _coders('raw-unicode-escape', raw_unicode_escape_encode, raw_unicode_escape_decode),
        'rot13': lambda: _coders('rot13', _rot13, _rot13, False), 'rot_13': lambda: _coders('rot13', _rot13, _rot13, False),
        'hex': lambda: _coders('hex', _hex_encode, _hex_decode, False), 'hex_codec': lambda: _coders('hex', _hex_encode, _hex_decode, False)}
_names = {'latin-1': 'iso8859-1', 'utf7': 'utf-7'}
_searched_library = False


def register(search_function):
    """Register a codec search function."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search_functions.append(search_function)


def unregister(search_function):
    """Unregister a codec search function and clear the registry's cache."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _cache.clear()


def _own_codec(name):
    normal = name.replace('-', '_')
    if normal in _own:
        return _own[normal]()
    native = _codecs._native_name(name)
    if native is None:
        return None
    encode, decode = _native('utf-8-sig' if normal in ('utf_8_sig',) else native)
    return _coders('utf-8-sig' if normal == 'utf_8_sig' else _names.get(native, native), encode, decode)


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    global _searched_library
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    name = encoding.lower().replace(' ', '_')
    found = _cache.get(name)
    if found is not None:
        return found
    found = _own_codec(name)
    if found is None and not _searched_library:
        _searched_library = True
        try:
            import encodings
        except ImportError:
            pass
    for search in () if found is not None else list(_search_functions):
        found = search(name)
        if found is not None:
            if not (isinstance(found, tuple) and len(found) == 4):
                raise TypeError('codec search functions must return 4-tuples')
            break
    if found is None:
        raise LookupError(f'unknown encoding: {encoding}')
    _cache[name] = found
    return found


def encode(obj, encoding='utf-8', errors='strict'):
    """Encodes obj using the codec registered for encoding."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """Decodes obj using the codec registered for encoding."""
    return lookup(encoding).decode(obj, errors)[0]


def _text_codec(encoding, verb):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs")
    return info


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes the strings of an iterator, a piece at a time."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if output := encoder.encode(piece):
            yield output
    if output := encoder.encode('', True):
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes the bytes of an iterator, a piece at a time."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if output := decoder.decode(piece):
            yield output
    if output := decoder.decode(b'', True):
        yield output


def _wrong(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if not isinstance(error, Exception):
        raise TypeError('codec must pass exception instance')
    raise error


def ignore_errors(error):
    """Implements the 'ignore' error handling, which ignores malformed data and continues."""
    if not isinstance(error, UnicodeError):
        raise _wrong(error)
    return '', error.end


def replace_errors(error):
    """Implements the 'replace' error handling, which replaces malformed data with a replacement marker."""
    if isinstance(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return '\ufffd' * (error.end - error.start), error.end
    raise _wrong(error)


def xmlcharrefreplace_errors(error):
    """Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the
    appropriate XML character reference."""
    if not isinstance(error, UnicodeEncodeError):
        raise _wrong(error)
    return ''.join(f'&#{ord(char)};' for char in error.object[error.start:error.end]), error.end


def backslashreplace_errors(error):
    """Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape
    sequence."""
    if not isinstance(error, UnicodeError):
        raise _wrong(error)
    bad = error.object[error.start:error.end]
    if isinstance(error, UnicodeDecodeError):
        return ''.join('\\x%02x' % byte for byte in bad), error.end
    return ''.join(_escape_point(ord(char)).decode() for char in bad), error.end


def namereplace_errors(error):
    """Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape
    sequence."""
    if not isinstance(error, UnicodeEncodeError):
        raise _wrong(error)
    import unicodedata
    result = []
    for char in error.object[error.start:error.end]:
        name = unicodedata.name(char, '')
        result.append(f'\\N{{{name}}}' if name else _escape_point(ord(char)).decode())
    return ''.join(result), error.end


def _surrogateescape(error):
    if isinstance(error, UnicodeEncodeError):
        bad = error.object[error.start:error.end]
        if all('\udc80' <= char <= '\udcff' for char in bad):
            return bytes(ord(char) - 0xdc00 for char in bad), error.end
    elif isinstance(error, UnicodeDecodeError):
        bad = error.object[error.start:error.end]
        if all(byte >= 0x80 for byte in bad):
            return ''.join(chr(0xdc00 + byte) for byte in bad), error.end
    raise error


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
             'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape}


def register_error(errors, handler, /):
    """Register the specified error handler under the name errors."""
    if not callable(handler):
        raise TypeError('handler must be callable')
    _codecs._register_error(errors, handler)


def lookup_error(name, /):
    """Return the error handler for the specified error handling name."""
    handler = _codecs._registered_error(name) or _handlers.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler
