import sys

def f(n):
    total = 0
    for i in range(n):
        if i == 1:
            continue
        total += i
    while True:
        break
    return total

def tracer(frame, event, arg):
    print(frame.f_code.co_name, event, frame.f_lineno - f.__code__.co_firstlineno, arg)
    return tracer

sys.settrace(tracer)
f(3)
sys.settrace(None)
f(1)
