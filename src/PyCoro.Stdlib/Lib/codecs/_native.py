"""The encodings of the runtime as pairs of functions."""

import _codecs

# __all__ is filled by _export: the names follow from those of the encodings.
__all__ = ['utf_16_ex_decode', 'utf_32_ex_decode']


def _native(name):
    def encode(input, errors='strict'):
        return _codecs._native_encode(name, input, errors)

    def decode(input, errors='strict', final=True):
        return _codecs._native_decode(name, input, errors, final)
    return encode, decode


def _export():
    """utf_8_encode, utf_8_decode and so on, as functions of the module."""
    for name in 'utf-7', 'utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'ascii', 'latin-1', \
            'unicode-escape', 'raw-unicode-escape':
        encode, decode = _native(name)
        prefix = name.replace('-', '_')
        globals()[prefix + '_encode'] = encode
        __all__.extend((prefix + '_encode', prefix + '_decode'))

        def decode_part(input, errors='strict', final=name.endswith('escape'), decode=decode):
            return decode(input, errors, final)
        globals()[prefix + '_decode'] = decode_part


_export()


def _ex_decoder(name):
    """A decoder that also takes and gives the byte order: -1 little, 1 big, 0 what the mark says."""
    def ex_decode(data, errors='strict', byteorder=0, final=False, /):
        data = memoryview(data)
        marks = {b'\xff\xfe\0\0'[:width]: -1, b'\0\0\xfe\xff'[-width:]: 1}
        start = 0
        if byteorder == 0 and (len(data) >= width or final):
            byteorder = marks.get(bytes(data[:width]), 0)
            start = width if byteorder else 0
        elif byteorder == 0:
            return '', 0, 0
        codec = name + ('-be' if byteorder == 1 else '-le')
        text, used = _codecs._native_decode(codec, data[start:], errors, final)
        return text, used + start, byteorder
    width = 2 if name == 'utf-16' else 4
    return ex_decode


utf_16_ex_decode = _ex_decoder('utf-16')
utf_32_ex_decode = _ex_decoder('utf-32')
