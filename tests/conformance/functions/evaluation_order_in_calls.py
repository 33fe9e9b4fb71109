def show(name, value=None):
    print(name)
    return value

def f(*args, **kw):
    return args, kw

print(show("function", f)(show("first", 1), *show("star", [2]), k=show("k", 3), *show("late star", [4]), **show("stars", {"m": 5})))
