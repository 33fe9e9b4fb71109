import linecache
import os

name = f"/tmp/pycoro-linecache-{os.getpid()}.py"
try:
    with open(name, "w") as file:
        file.write("first\nsecond")
    print(linecache.getlines(name), repr(linecache.getline(name, 9)))
    with open(name, "w") as file:
        file.write("changed\nand longer\n")
    print(linecache.getline(name, 1))
    linecache.checkcache(name)
    print(linecache.getline(name, 1))
finally:
    os.remove(name)
linecache.checkcache()
print(linecache.getlines(name))


class Loader:
    def get_source(self, name):
        return f"source of {name}"


module = {"__name__": "m", "__loader__": Loader()}
print(linecache.lazycache("no such file.py", module), linecache.lazycache("no such file.py", None))
print(linecache.getlines("no such file.py"), linecache.lazycache("other.py", {}))
