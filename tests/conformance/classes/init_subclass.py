class Base:
    known = []
    def __init_subclass__(cls, *, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.known.append((cls.__name__, tag))
class A(Base, tag="first"): pass
class B(A): pass
print(Base.known)
try:
    class C(object, tag=1): pass
except TypeError as error:
    print(error)
