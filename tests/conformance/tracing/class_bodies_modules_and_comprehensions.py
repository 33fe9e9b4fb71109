import sys

def tracer(frame, event, arg):
    if event == "return" and frame.f_code.co_name == "<module>":
        arg = "..."
    print(frame.f_code.co_name, event, frame.f_lineno, arg)
    return tracer

sys.settrace(tracer)
class A:
    x = [
        i
        for i in range(2)
    ]
    def m(self): return {k: 1 for k in "a"}
A().m()
(lambda: 1)()
exec("a = 1\nb = 2")
eval("[1,\n2]")
sys.settrace(None)
