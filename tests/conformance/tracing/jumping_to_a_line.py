import sys

def skips(out):
    out.append(1)
    out.append(2)
    out.append(3)

def leaves_a_loop(out):
    for i in 1, 2:
        with open(__file__):
            out.append(i)
    out.append("end")

def enters_a_loop(out):
    out.append(1)
    for i in 1, 2:
        out.append(i)

def leaves_a_handler(out):
    try:
        1 / 0
    except ZeroDivisionError:
        out.append("handler")
    out.append(sys.exc_info())

def enters_a_handler(out):
    try:
        out.append(1)
    except ZeroDivisionError:
        out.append("handler")

def unbinds(out):
    out.append(1)
    x = 1
    out.append(x)

def run(function, source, target):
    start = function.__code__.co_firstlineno
    done = False

    def tracer(frame, event, arg):
        nonlocal done
        if frame.f_code is not function.__code__:
            return None
        if event == "line" and frame.f_lineno == start + source and not done:
            done = True
            frame.f_lineno = start + target
        return tracer

    out = []
    sys.settrace(tracer)
    try:
        function(out)
    except Exception as e:
        print(type(e).__name__, e)
    finally:
        sys.settrace(None)
    print(function.__name__, out)

run(skips, 2, 3)
run(skips, 3, 1)
run(leaves_a_loop, 3, 4)
run(enters_a_loop, 1, 3)
run(leaves_a_handler, 4, 5)
run(enters_a_handler, 2, 4)
run(unbinds, 2, 3)
run(skips, 2, 100)
run(skips, 2, -100)
