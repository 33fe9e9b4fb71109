import sys

def f(n):
    if 0:
        n = 1
    if 1:
        n += 1
    while 1:
        n -= 1
        if not n:
            break
        if n == 1: continue
        n -= 1
    match n:
        case 0:
            if False:
                return 1

lines = []

def tracer(frame, event, arg):
    if event == "line":
        lines.append(frame.f_lineno - f.__code__.co_firstlineno)
    return tracer

sys.settrace(tracer)
f(3)
sys.settrace(None)
print(lines)
