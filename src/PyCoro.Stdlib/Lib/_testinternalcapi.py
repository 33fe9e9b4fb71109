"""What CPython's own test programs ask of an interpreter before they test it. Nothing here looks into the runtime."""

import sys

# Nothing precedes an object in memory.
SIZEOF_PYGC_HEAD = 0


def get_config():
    """The settings that decide which tests make sense."""
    return {
        'code_debug_ranges': int('no_debug_ranges' not in sys._xoptions),
        'dev_mode': int(sys.flags.dev_mode),
        'isolated': sys.flags.isolated,
        'optimization_level': sys.flags.optimize,
        'use_environment': int(not sys.flags.ignore_environment),
        'use_frozen_modules': 1,
    }


def get_recursion_depth():
    """How many functions are running."""
    frame = sys._getframe(1)
    depth = 0
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth


def _check_handler(errors):
    if errors not in ('strict', 'surrogateescape', 'surrogatepass'):
        raise ValueError('unsupported error handler')


def EncodeLocaleEx(text, current_locale=0, errors='strict'):
    """Text in the encoding of the locale, which is UTF-8."""
    _check_handler(errors)
    try:
        return text.encode('utf-8', errors)
    except UnicodeEncodeError as error:
        raise RuntimeError(f'encode error: pos={error.start}, reason={error.reason}') from None


def DecodeLocaleEx(data, current_locale=0, errors='strict'):
    """Text out of the encoding of the locale, which is UTF-8."""
    _check_handler(errors)
    try:
        return data.decode('utf-8', errors)
    except UnicodeDecodeError as error:
        raise RuntimeError(f'decode error: pos={error.start}, reason={error.reason}') from None
