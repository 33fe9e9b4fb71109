class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {}
    def __new__(mcs, name, bases, space, **kw):
        print("new", name, sorted(k for k in space if not k.startswith("__")))
        return super().__new__(mcs, name, bases, space)
    def __init__(cls, name, bases, space, **kw):
        print("init", name)
        super().__init__(name, bases, space)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
class A(metaclass=Meta, option=1):
    x = 1
    def __init__(self, v): self.v = v
class B(A): pass
print(B(5).v, type(B).__name__)
class Other(type): pass
try:
    class C(A, metaclass=Other): pass
except TypeError as error:
    print(error)
