import sys

def tracer(frame, event, arg):
    print(frame.f_code.co_name, event, frame.f_lineno, arg)
    return tracer

def start():
    frame = sys._getframe().f_back
    while frame:
        frame.f_trace = tracer
        frame = frame.f_back
    sys.settrace(tracer)

def middle():
    start()
    x = 1
    return x

def outer():
    for i in range(2):
        y = middle() if i == 0 else 0
    return y

outer()
sys.settrace(None)
