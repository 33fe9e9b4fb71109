"""Functions that run when the program ends, the last one registered first."""

import sys

_functions = []


def register(func, /, *args, **kwargs):
    """Register a function to be executed upon normal program termination."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Unregister an exit function which was previously registered using atexit.register."""
    _functions[:] = [entry for entry in _functions if not entry[0] == func]


def _clear():
    """Clear the list of previously registered exit functions."""
    _functions.clear()


def _ncallbacks():
    """Return the number of registered exit functions."""
    return len(_functions)


def _run_exitfuncs():
    """Run all registered exit functions."""
    while _functions:
        function, args, kwargs = _functions.pop()
        try:
            function(*args, **kwargs)
        except BaseException:
            print(f'Exception ignored in atexit callback: {function!r}', file=sys.stderr)
            sys.excepthook(*sys.exc_info())
