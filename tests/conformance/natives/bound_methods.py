# A method forwards attributes to its function and compares by receiver and function.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class C:
    def m(self, *args):
        "what m does"
        return args

    def __repr__(self):
        return "<C>"

c, d = C(), C()
Method = type(c.m)
print(c.m, c.m.__self__, c.m.__func__ is C.m, c.m.__name__, c.m.__qualname__, c.m.__doc__)
print(c.m == c.m, c.m == d.m, hash(c.m) == hash(c.m), c.m is c.m)
C.m.mark = 5
print(c.m.mark)
show(lambda: c.m.nothing)
show(lambda: setattr(c.m, "mark", 1))
show(lambda: setattr(c.m, "__func__", 1))
show(lambda: Method(len, [1, 2])())
show(lambda: Method(len, [1, 2]))
show(lambda: Method(C.m, c)(1, 2))
show(lambda: Method())
show(lambda: Method(1, 2))
show(lambda: Method(len, None))
show(lambda: Method(len, x=1))
print(c.m.__call__(7), c.m.__get__(d)(8))
