import sys

def f():
    a = 1
    b = 2
    def inner():
        return b
    return a, b, inner()

def tracer(frame, event, arg):
    if frame.f_code.co_name == "f" and event == "return":
        print(arg)
    if frame.f_code.co_name == "f" and event == "line" and frame.f_lineno == f.__code__.co_firstlineno + 5:
        names = frame.f_locals
        names["a"] = 10
        names["b"] = 20
    return tracer

def g():
    x = 1
    print(x)

def deleter(frame, event, arg):
    if event == "line" and "x" in frame.f_locals:
        del frame.f_locals["x"]
        names = frame.f_locals
        names.pop("x", None)
    return deleter

sys.settrace(tracer)
f()
sys.settrace(None)
try:
    sys.settrace(deleter)
    g()
except UnboundLocalError as e:
    sys.settrace(None)
    print(e)
