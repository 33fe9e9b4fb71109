"""Backslash escapes as encodings: those of text, of raw text and of bytes."""

from ._handlers import _escape_point, lookup_error


def _warn_of_escape(kind, what='escape'):
    import warnings
    warnings.warn(f"invalid {what} sequence '\\{kind}'", DeprecationWarning, 3)


def escape_decode(data, errors='strict', /):
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
            number = int(text[place - 1:end], 8)
            if number > 0xff:
                _warn_of_escape(text[place - 1:end], 'octal escape')
            result.append(number & 0xff)
            place = end
        elif char == 'x':
            digits = text[place:place + 2]
            good = 0
            while good < len(digits) and digits[good] in '0123456789abcdefABCDEF':
                good += 1
            if good < 2:
                if errors == 'strict':
                    raise ValueError(f'invalid \\x escape at position {place - 2}')
                if errors not in ('ignore', 'replace'):
                    raise ValueError(f'decoding error; unknown error handling code: {errors}')
                result += b'?' if errors == 'replace' else b''
                place += good
                continue
            result.append(int(digits, 16))
            place += 2
        else:
            _warn_of_escape(char)
            result += b'\\' + char.encode('latin-1')
    return bytes(result), len(data)


def escape_encode(data, errors='strict', /):
    if not isinstance(data, bytes):
        raise TypeError(f'escape_encode() argument 1 must be bytes, not {type(data).__name__}')
    # With a double quote in it, repr() puts it between single ones.
    return repr(data + b'"')[2:-2].replace("'", "\\'").replace("\\\\'", "\\'").encode(), len(data)




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
            number = int(text[slash + 1:end], 8)
            if number > 0xff:
                _warn_of_escape(text[slash + 1:end], 'octal escape')
            result.append(chr(number))
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
            _warn_of_escape(kind)
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
