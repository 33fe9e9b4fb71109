import sys

def f(n):
    if n:
        return len([n])
    raise ValueError

def g():
    yield 1

def profiler(frame, event, arg):
    print(frame.f_code.co_name, event, getattr(arg, "__qualname__", arg))

sys.setprofile(profiler)
f(1)
[].append(1)
sorted([2, 1], key=lambda x: -x)
list(g())
max(*[1, 2])
sys.intern(string="x") if 0 else None
try:
    int("x")
    f(0)
except ValueError:
    pass
try:
    len(1)
except TypeError:
    pass
sys.setprofile(None)
print(sys.getprofile())
