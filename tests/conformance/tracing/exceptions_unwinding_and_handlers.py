import sys

def fails():
    try:
        1 / 0
    finally:
        x = 1

def catches():
    try:
        fails()
    except ZeroDivisionError as e:
        y = str(e)
    else:
        y = None
    with Quiet():
        raise KeyError(y)
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        y = 2
    return y

class Quiet:
    def __enter__(self):
        pass
    def __exit__(self, *args):
        return True

def tracer(frame, event, arg):
    if event == "exception":
        arg = arg[0].__name__, str(arg[1]), arg[2].tb_lineno
    print(frame.f_code.co_name, event, frame.f_lineno, arg)
    return tracer

sys.settrace(tracer)
catches()
sys.settrace(None)
