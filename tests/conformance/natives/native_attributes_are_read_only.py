# A getter without a setter, a field, and no such attribute have three messages.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

def f(): pass

def generator():
    yield

def put(obj, name):
    setattr(obj, name, 1)

def drop(obj, name):
    delattr(obj, name)

show(lambda: put(1, "real"))
show(lambda: drop(1, "real"))
show(lambda: put(f, "__globals__"))
show(lambda: put(len, "x"))
show(lambda: put([].append, "x"))
show(lambda: put(list.append, "x"))
show(lambda: put(len, "__name__"))
show(lambda: put(generator(), "gi_frame"))
show(lambda: int.real.__get__(None, int) is int.real)
show(lambda: int.real.__get__(None))
show(lambda: int.real.__set__(1, 2))
