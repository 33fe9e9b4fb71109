"""The error handlers as functions, and registering others. What they do is written in C#, where codecs call it without them."""

import _codecs


def strict_errors(error):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    return _codecs._handle('strict', error)


def ignore_errors(error):
    """Implements the 'ignore' error handling, which ignores malformed data and continues."""
    return _codecs._handle('ignore', error)


def replace_errors(error):
    """Implements the 'replace' error handling, which replaces malformed data with a replacement marker."""
    return _codecs._handle('replace', error)


def xmlcharrefreplace_errors(error):
    """Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the
    appropriate XML character reference."""
    return _codecs._handle('xmlcharrefreplace', error)


def backslashreplace_errors(error):
    """Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape
    sequence."""
    return _codecs._handle('backslashreplace', error)


def namereplace_errors(error):
    """Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape
    sequence."""
    return _codecs._handle('namereplace', error)


def _surrogateescape(error):
    return _codecs._handle('surrogateescape', error)


def _surrogatepass(error):
    return _codecs._handle('surrogatepass', error)


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
