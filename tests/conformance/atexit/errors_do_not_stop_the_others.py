# What an exit function raises goes to sys.unraisablehook; the rest runs on and the status stays.
import atexit
import sys


class Named:
    def __init__(self, error):
        self.error = error

    def __call__(self):
        raise self.error

    def __repr__(self):
        return f"Named({self.error!r})"


print("status 0")
atexit.register(print, "last")
atexit.register(Named(ZeroDivisionError("division")))
atexit.register(Named(SystemExit(5)))
atexit.register(Named(KeyboardInterrupt("interrupt")))
sys.stdout.flush()
