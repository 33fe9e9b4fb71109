def f():
    return
    yield
x = f()
next(x)
