import gc
import sys


class Bad:
    def __del__(self):
        raise ValueError('no')


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object.__qualname__)


sys.unraisablehook = hook
bad = Bad()
bad.me = bad
del bad
gc.collect()
