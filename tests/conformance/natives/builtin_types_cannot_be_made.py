# Types without a constructor say so.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

show(lambda: type(len)())
show(lambda: type(list.append)())
show(lambda: type(int.__add__)())
show(lambda: type(int.real)())
show(lambda: type(x for x in [])())
show(lambda: type(None)(1))
show(lambda: type(...)(1))
show(lambda: type(None)() is None)
show(lambda: object(1))
show(lambda: type())
show(lambda: type("C", (bool,), {}))
show(lambda: type("C", (type(None),), {}))
show(lambda: type("C", (type(len),), {}))
