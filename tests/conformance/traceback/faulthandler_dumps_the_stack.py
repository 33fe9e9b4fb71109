import faulthandler
import os

name = f"/tmp/pycoro-faulthandler-{os.getpid()}-{id(os)}"


def inner(file):
    faulthandler.dump_traceback(file, all_threads=False)


def outer(file):
    inner(file)


with open(name, "w+") as file:
    print(faulthandler.is_enabled())
    faulthandler.enable(file)
    print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled(), faulthandler.disable())
    outer(file)
    outer(file.fileno())
    file.seek(0)
    print(file.read())
os.remove(name)
try:
    faulthandler.dump_traceback(file=-1)
except ValueError as error:
    print(error)
