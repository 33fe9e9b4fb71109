import inspect
def inner():
    yield 1
def outer():
    yield from inner()
    yield 2
g = outer()
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_frame is not None, g.gi_code.co_name)
print(inspect.getgeneratorstate(g))
next(g)
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom.__name__, inspect.getgeneratorstate(g), g.gi_frame.f_lineno)
next(g)
print(g.gi_yieldfrom, g.gi_frame.f_lineno)
print(list(g), g.gi_frame, g.gi_suspended, inspect.getgeneratorstate(g))
print(g.__name__, g.__qualname__, repr(g).startswith("<generator object outer at 0x"))
def self_aware():
    yield me.gi_running
me = self_aware()
print(next(me))
