import sys

def f():
    a = 1
    b = 2
    return a + b

def only_f(frame, event, arg):
    if frame.f_code.co_name == "f":
        return first
    print("not", frame.f_code.co_name)
    return None

def first(frame, event, arg):
    print("first", event, frame.f_lineno)
    return second

def second(frame, event, arg):
    print("second", event, frame.f_lineno, frame.f_trace is second)
    return None          # stays

def g():
    pass

sys.settrace(only_f)
g()
f()
print(sys.gettrace() is only_f)
sys.settrace(None)
print(sys.gettrace())
