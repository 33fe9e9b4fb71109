"""Encodings given by a map between bytes and characters."""

from ._handlers import lookup_error
from ._native import latin_1_decode, latin_1_encode


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
            if not 0 <= char < 0x110000:
                raise TypeError('character mapping must be in range(0x110000)')
            char = chr(char)
        if char is None or char == '\ufffe':
            replacement, place = lookup_error(errors)(UnicodeDecodeError('charmap', data, place, place + 1, 'character maps to <undefined>'))
            result.append(replacement)
            continue
        result.append(char)
        place += 1
    return ''.join(result), len(data)


def readbuffer_encode(data, errors='strict', /):
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return data, len(data)


def make_identity_dict(rng):
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    result = {}
    for key, value in decoding_map.items():
        result[value] = None if value in result else key
    return result
