import sys
import weakref


class Thing:
    pass


def failing(reference):
    raise KeyError("in the callback")


sys.unraisablehook = lambda unraisable: print(repr(unraisable.exc_value), unraisable.object.__name__, unraisable.err_msg)
thing = Thing()
reference = weakref.ref(thing, failing)
del thing
print("deleted")
