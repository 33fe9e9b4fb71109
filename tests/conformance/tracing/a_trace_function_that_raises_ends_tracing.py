import sys

def tracer(frame, event, arg):
    if event == wanted:
        raise RuntimeError(event)
    return tracer

def f():
    try:
        x = 1
    except RuntimeError as e:
        print("in f", e)
    return x

def g():
    try:
        return [][0]
    except IndexError:
        return None

for wanted in "call", "line", "exception", "return":
    for function in f, g:
        sys.settrace(tracer)
        try:
            function()
        except (RuntimeError, UnboundLocalError) as e:
            print(wanted, function.__name__, type(e).__name__, e, sys.gettrace())
        sys.settrace(None)
