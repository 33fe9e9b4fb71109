"""Who knows which encoding: the runtime's, those written here, the library's, and the program's own."""

import _codecs
from _codecs import lookup

from . import _streams
from ._coders import BufferedIncrementalDecoder, IncrementalEncoder
from ._native import _native
from ._signatures import _signed, _signed_classes


class CodecInfo(tuple):
    """What the registry knows of a codec."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.__dict__.update(
            name=name, encode=encode, decode=decode, streamreader=streamreader, streamwriter=streamwriter,
            incrementalencoder=incrementalencoder, incrementaldecoder=incrementaldecoder)
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return '<%s.%s object for encoding %s at %#x>' % (self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


def _coders(name, encode, decode, is_text=True):
    """The classes of a codec that needs no state but what is left over."""
    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return decode(input, errors, final)

    class StreamWriter(_streams.StreamWriter):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

    class StreamReader(_streams.StreamReader):
        def decode(self, input, errors='strict'):
            return decode(input, errors, False)

    def decode_all(input, errors='strict'):
        return decode(input, errors, True)

    return CodecInfo(encode, decode_all, StreamReader, StreamWriter, Encoder, Decoder, name, _is_text_encoding=is_text)


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
    import binascii
    return binascii.a2b_hex(input), len(input)


_search_functions = []
_cache = {}
_own = {'rot13': lambda: _coders('rot13', _rot13, _rot13, False), 'rot_13': lambda: _coders('rot13', _rot13, _rot13, False),
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
    encode, decode = _native(native)
    if native not in _signed:
        return _coders(_names.get(native, native), encode, decode)

    def decode_all(input, errors='strict'):
        return decode(input, errors, True)
    return CodecInfo(encode, decode_all, *_signed_classes(native), native)


def _normal(encoding):
    """The name that search functions get: small letters, and an underscore for each stretch of what is no letter, digit or dot."""
    return '_'.join(''.join(char if char.isascii() and (char.isalnum() or char == '.') else ' ' for char in encoding).split()).lower()


def _find(encoding):
    """What the registry has for a name, a tuple of four; None when it has nothing."""
    global _searched_library
    name = _normal(encoding)
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
    if found is not None:
        _cache[name] = found
    return found


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
