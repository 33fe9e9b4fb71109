# property: getter, setter, deleter, copies of it, its doc and its errors.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class C:
    @property
    def x(self):
        "doc of x"
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        del self._x

    @property
    def read_only(self):
        return 1

    write_only = property(fset=lambda self, value: print("set", value))
    nothing = property()
    documented = property(lambda self: 2, doc="given")

c = C()
c.x = 3
print(c.x, C.x.__doc__, C.documented.__doc__, C.nothing.__doc__, C.read_only.__doc__)
del c.x
show(lambda: c.x)
c.write_only = 4
show(lambda: c.write_only)
show(lambda: setattr(c, "read_only", 2))
show(lambda: delattr(c, "read_only"))
show(lambda: c.nothing)
show(lambda: property().__get__([]))
show(lambda: property().__set__([], 1))
show(lambda: property(1).__get__(2))
print(C.x.fget.__name__, C.x.fset.__name__, C.x.fdel.__name__, C.nothing.fget, C.x.__isabstractmethod__)
print(C.x.__get__(None, C) is C.x, C.x.getter(len).fget, C.x.getter(len).fset is C.x.fset)
C.x.__doc__ = "new"
print(C.x.__doc__)
show(lambda: setattr(C.x, "fget", 1))

class P(property):
    pass

class D:
    @P
    def y(self):
        "doc of y"
        return 5

print(D().y, D.y.__doc__, type(D.y).__name__)
