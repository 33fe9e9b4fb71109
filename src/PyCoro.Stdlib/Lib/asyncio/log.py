"""The logger of the package.

`logging` is large, and most programs never see a word of asyncio's: it is used as soon as somebody else has imported it. Until
then nobody can have configured it, so a warning goes where an unconfigured logger would send it, to standard error.
"""

import sys


class _Logger:
    """Is logging.getLogger('asyncio') to whoever looks at it."""

    def __getattr__(self, name):
        logging = sys.modules.get('logging')
        if logging is None and name in _WITHOUT_LOGGING:
            return _WITHOUT_LOGGING[name]
        return getattr(_real(), name)

    def __setattr__(self, name, value):
        setattr(_real(), name, value)

    def __delattr__(self, name):
        delattr(_real(), name)

    def __repr__(self):
        return repr(_real())

    @property
    def __class__(self):
        return type(_real())


def _real():
    import logging
    return logging.getLogger(__package__)


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


def _drop(msg, *args, exc_info=None):
    """An unconfigured logger shows warnings and what is worse."""


_WITHOUT_LOGGING = {'debug': _drop, 'info': _drop, 'warning': _print, 'error': _print, 'critical': _print}

logger = _Logger()
