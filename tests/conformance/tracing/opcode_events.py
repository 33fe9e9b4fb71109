import sys

def f():
    a = 1
    return a

seen = []

def tracer(frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    seen.append(event)
    return tracer

sys.settrace(tracer)
f()
sys.settrace(None)
print(seen[0], set(seen[1:-1]), seen[-1])
try:
    sys._getframe().f_trace_lines = 1
except TypeError as e:
    print(e)
