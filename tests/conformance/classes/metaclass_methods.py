class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw); super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', name, bases, kw); return {'pre': 1}
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k); return super().__call__(*a, **k)
    def __getattr__(cls, n): return 'meta:' + n
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    def __len__(cls): return 42
    def __iter__(cls): return iter('ab')
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, x): return ('item', x)
    def __add__(cls, o): return 'add'
    def __repr__(cls): return f'<M {cls.__name__}>'
    @property
    def prop(cls): return 'prop'
class A(metaclass=Meta, x=1): y = 2
class B(A, z=3): pass
print(A.foo, isinstance(5, A), isinstance(6, A), issubclass(int, A), len(A), list(A), 1 in A, A[3], A + 1, A, A.prop, A.pre)
a = A()
try: a.foo
except AttributeError as e: print(e)
try: a.prop
except AttributeError as e: print(e)
print(type(A), A.__class__, type(a), A.__mro__, A.mro(), A.__bases__, A.__subclasses__(), A.__base__, A.__name__, A.__dict__['y'])
