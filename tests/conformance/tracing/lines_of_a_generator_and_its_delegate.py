import sys

def inner():
    x = yield 1
    try:
        yield x
    except ValueError:
        pass
    return 5

def outer():
    r = yield from inner()
    yield r

def tracer(frame, event, arg):
    if event == "exception":
        arg = arg[0].__name__
    print(frame.f_code.co_name, event, frame.f_lineno, arg)
    return tracer

sys.settrace(tracer)
g = outer()
next(g)
g.send(4)
g.throw(ValueError)
list(g)
for i in inner():
    pass
sys.settrace(None)
