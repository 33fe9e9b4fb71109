# stderr: ignored
import faulthandler
import sys


def inner():
    faulthandler.dump_traceback(all_threads=False)


def outer():
    inner()


print(faulthandler.is_enabled())
faulthandler.enable()
print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled(), faulthandler.disable())
outer()
try:
    faulthandler.dump_traceback(file=-1)
except ValueError as error:
    print(error)
