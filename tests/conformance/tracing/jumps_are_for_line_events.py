import sys

def f():
    return 1

def tracer(frame, event, arg):
    if event in ("call", "return"):
        try:
            frame.f_lineno = frame.f_lineno
        except ValueError as e:
            print(event, e)
    else:
        for line in "x", 1.5, None:
            try:
                frame.f_lineno = line
            except ValueError as e:
                print(event, e)
    return tracer

sys.settrace(tracer)
f()
sys.settrace(None)
try:
    sys._getframe().f_lineno = 3
except ValueError as e:
    print(e)
