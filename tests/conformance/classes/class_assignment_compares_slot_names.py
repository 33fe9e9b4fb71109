class A:
    __slots__ = ("x", "y")


class B:
    __slots__ = ("y", "x")


class C:
    __slots__ = ("x", "z")


a = A()
a.x = 1
a.__class__ = B
print(type(a).__name__, a.x)
try:
    a.__class__ = C
except TypeError as error:
    print(error)
