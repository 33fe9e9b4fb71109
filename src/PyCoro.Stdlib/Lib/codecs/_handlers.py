"""The error handlers as functions. (Native codecs do the same without calling them.) Registering others."""

import _codecs


def _escape_point(point):
    return b'\\x%02x' % point if point < 0x100 else b'\\u%04x' % point if point < 0x10000 else b'\\U%08x' % point


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
    elif not isinstance(error, UnicodeError):
        raise _wrong(error)
    raise error


def _surrogatepass(error):
    """Lone surrogates as the three bytes that UTF-8 would have for them, and as they are in UTF-16 and UTF-32."""
    if isinstance(error, UnicodeEncodeError):
        bad = error.object[error.start:error.end]
        if all('\ud800' <= char <= '\udfff' for char in bad):
            try:
                return _codecs._native_encode(error.encoding, bad, 'surrogatepass')[0], error.end
            except LookupError:
                pass
    elif isinstance(error, UnicodeDecodeError):
        try:
            width = 4 if '32' in error.encoding else 2 if '16' in error.encoding else 3
            bad = error.object[error.start:error.start + width]
            return _codecs._native_decode(error.encoding, bad, 'surrogatepass')[0], error.start + width
        except (LookupError, UnicodeDecodeError):
            pass
    elif not isinstance(error, UnicodeError):
        raise _wrong(error)
    raise error


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
             'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape,
             'surrogatepass': _surrogatepass}


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
