"""Codec registry, and classes that codecs are made of. Library reference: codecs.

The text encodings of the runtime (UTF-8, -16, -32, ASCII, Latin-1, code pages, escapes, character maps) are reached through
_codecs; the registry, streams, and what codecs are made of are written here.

    _registry    register, lookup, encode, decode and the rest that begins with a name
    _native      the encodings of the runtime
    _signatures  byte order marks
    _coders      Codec, IncrementalEncoder, IncrementalDecoder
    _streams     StreamReader, StreamWriter, StreamReaderWriter, StreamRecoder; open, EncodedFile
    _charmaps    making maps
    _handlers    error handlers
"""

import _codecs
from _codecs import (
    charmap_build, charmap_decode, charmap_encode, decode, encode, escape_decode, escape_encode, readbuffer_encode,
)

from ._charmaps import make_encoding_map, make_identity_dict
from ._coders import (
    BufferedIncrementalDecoder, BufferedIncrementalEncoder, Codec, IncrementalDecoder, IncrementalEncoder,
)
from ._handlers import (
    backslashreplace_errors, ignore_errors, lookup_error, namereplace_errors, register_error, replace_errors, strict_errors,
    xmlcharrefreplace_errors,
)
from ._native import *
from ._registry import (
    CodecInfo, _find, getdecoder, getencoder, getincrementaldecoder, getincrementalencoder, getreader, getwriter,
    iterdecode, iterencode, lookup, register, unregister,
)
from ._signatures import (
    BOM, BOM32_BE, BOM32_LE, BOM64_BE, BOM64_LE, BOM_BE, BOM_LE, BOM_UTF16, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32,
    BOM_UTF32_BE, BOM_UTF32_LE, BOM_UTF8,
)
from ._streams import EncodedFile, StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter, open

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE',
           'BOM64_BE', 'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter',
           'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder', 'getincrementalencoder',
           'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
           'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'namereplace_errors', 'register_error', 'lookup_error']

# What CPython has natively belongs to the module _codecs, by which pickles name it.
_native_names = {'charmap_build', 'decode', 'encode', 'lookup', 'lookup_error', 'register', 'register_error', 'unregister'}

for _name, _public in list(globals().items()):
    if getattr(_public, '__module__', '').startswith('codecs.'):
        _public.__module__ = 'codecs'
        if _name in _native_names or _name.endswith(('_encode', '_decode')):
            _public.__module__ = '_codecs'
            setattr(_codecs, _name, _public)
