import sys

def helper(frame):
    return frame.f_code.co_name

def tracer(frame, event, arg):
    print(helper(frame), event)
    if event == "call" and frame.f_code.co_name == "f":
        sys.call_tracing(helper, (frame,))
    return None

def f():
    pass

sys.settrace(tracer)
f()
sys.settrace(None)
