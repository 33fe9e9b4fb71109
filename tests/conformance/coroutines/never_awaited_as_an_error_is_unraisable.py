import sys
import warnings


async def work():
    pass


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, type(unraisable.object).__name__)


sys.unraisablehook = hook
warnings.simplefilter("error")
work()
