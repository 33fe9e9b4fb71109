def gen():
    yield


g = gen()
for name in "gi_frame", "gi_running", "gi_suspended", "gi_yieldfrom", "gi_code":
    try:
        setattr(g, name, None)
    except AttributeError as error:
        print(error)
for name in "__name__", "__qualname__":
    for value in "renamed", 5:
        try:
            setattr(g, name, value)
            print(getattr(g, name))
        except TypeError as error:
            print(error)
    try:
        delattr(g, name)
    except TypeError as error:
        print(error)
print(repr(g)[:30], gen.__name__, gen.__qualname__)
try:
    g.other = 1
except AttributeError as error:
    print(error)
