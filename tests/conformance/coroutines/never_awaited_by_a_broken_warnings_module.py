import sys
import warnings


async def work():
    pass


def broken(coroutine):
    raise KeyError("broken")


sys.unraisablehook = lambda unraisable: print(repr(unraisable.exc_value))
warnings._warn_unawaited_coroutine = broken
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    work()
    del warnings._warn_unawaited_coroutine
    work()
    print([str(warning.message) for warning in caught])
