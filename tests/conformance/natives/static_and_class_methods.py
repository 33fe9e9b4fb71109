# staticmethod and classmethod as objects.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class C:
    @staticmethod
    def s(*args):
        "doc of s"
        return args

    @classmethod
    def c(cls, *args):
        "doc of c"
        return cls.__name__, args

    @classmethod
    @property
    def p(cls):
        return cls.__name__ + ".p"

class D(C):
    pass

print(C.s(1), C().s(2), C.c(3), C().c(4), D.c(5), D().c(6), D.p, D().p)
s, c = C.__dict__["s"], C.__dict__["c"]
print(s(7), s.__name__, s.__doc__, s.__func__ is s.__wrapped__, s.__qualname__)
print(c.__name__, c.__doc__, c.__func__ is c.__wrapped__, c.__isabstractmethod__)
print(C.c.__self__, C.c.__func__ is c.__func__, D.c == D.c, D.c == C.c)
show(lambda: c())
show(lambda: staticmethod())
show(lambda: staticmethod(1, 2))
show(lambda: staticmethod(x=1))
show(lambda: staticmethod(1))
show(lambda: classmethod(1))
show(lambda: staticmethod(1)())
show(lambda: staticmethod(len))
show(lambda: classmethod(len).__get__(None, int))
show(lambda: classmethod(len).__get__(None))
s.extra = 8
print(s.extra)
