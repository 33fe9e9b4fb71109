# What the methods and attributes of builtin types are called.
import re

def show(value):
    print(type(value).__name__, re.sub("0x[0-9a-f]+", "0x…", repr(value)))

show(len)
show([].append)
show(list.append)
show(int.__add__)
show((1).__add__)
show(int.__new__)
show(dict.fromkeys)
show(dict.__dict__["fromkeys"])
show(str.__dict__["maketrans"])
show(str.maketrans)
show(int.real)
show(type(show).__globals__)
show(list.__reversed__)
show((1).__format__)
