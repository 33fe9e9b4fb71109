# sys.unraisablehook is told what failed and where.
import atexit
import sys


def failing():
    raise LookupError("gone")


def hook(unraisable):
    print(type(unraisable).__name__, unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback is not None,
          unraisable.err_msg, unraisable.object is failing)


sys.unraisablehook = hook
atexit.register(failing)
