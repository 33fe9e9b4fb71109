import sys
import weakref


class Target:
    pass


def callback(reference):
    raise ValueError("in a callback")


def hook(unraisable):
    print(type(unraisable).__name__, unraisable.exc_type, unraisable.exc_value, unraisable.err_msg, len(unraisable))


def lose(hook_name):
    def gen():
        try:
            yield
        finally:
            raise ValueError(hook_name)

    for _ in gen():
        break


sys.unraisablehook = hook
lose("own hook")
try:
    sys.__unraisablehook__(3)
except TypeError as error:
    print(error)
