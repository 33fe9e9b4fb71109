# What the methods and attributes of builtin types are called.
def show(value):
    print(type(value).__name__, repr(value).split(" at 0x")[0])

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
