"""Loggers for modules that rarely have anything to say.

`logging` is large, and most programs never see a word of these modules: it is used as soon as somebody else has imported it.
Until then nobody can have configured it, so a warning goes where an unconfigured logger would send it, to standard error.
"""

import sys


class LateLogger:
    """Is logging.getLogger(name) to whoever looks at it."""

    def __init__(self, name):
        object.__setattr__(self, '_late_name', name)

    def __getattr__(self, name):
        if name in _WITHOUT_LOGGING and sys.modules.get('logging') is None:
            return _WITHOUT_LOGGING[name]
        return getattr(_find(self), name)

    def __setattr__(self, name, value):
        setattr(_find(self), name, value)

    def __delattr__(self, name):
        delattr(_find(self), name)

    def __repr__(self):
        return repr(_find(self))

    @property
    def __class__(self):
        return type(_find(self))


def _find(late):
    import logging
    return logging.getLogger(object.__getattribute__(late, '_late_name'))


def _print(msg, *args, exc_info=None):
    if sys.stderr is None:
        return
    print(msg % args if args else msg, file=sys.stderr)
    if not exc_info:
        return
    if isinstance(exc_info, BaseException):
        exc_info = type(exc_info), exc_info, exc_info.__traceback__
    elif not isinstance(exc_info, tuple):
        exc_info = sys.exc_info()
    if exc_info[0] is not None:
        sys.__excepthook__(*exc_info)


def _print_with_exception(msg, *args, exc_info=True):
    _print(msg, *args, exc_info=exc_info)


def _drop(msg, *args, exc_info=None):
    """An unconfigured logger shows warnings and what is worse."""


_WITHOUT_LOGGING = {
    'debug': _drop, 'info': _drop,
    'warning': _print, 'error': _print, 'critical': _print, 'exception': _print_with_exception,
}
