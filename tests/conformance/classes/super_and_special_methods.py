class A:
    def f(self): return 'A'
class B(A):
    def f(self): return 'B' + super().f()
class C(A):
    def f(self): return 'C' + super().f()
class D(B, C):
    def f(self): return 'D' + super().f()
    @classmethod
    def c(cls): return super().__name__ if hasattr(super(), '__name__') else 'no'
print(D().f(), D.__mro__, D.c())
s = super(B, D()); print(s.f(), s.__thisclass__, s.__self_class__, repr(s)[:30])
try: super(B, 1)
except TypeError as e: print(e)
try: super().f
except RuntimeError as e: print(e)
class E:
    def f():
        super()
    def g(self):
        del self
        super()
    def h(self):
        def i(): super()
        i()
    def j(self): return super().nope
    def k(self): super().x = 1
    def l(self, x=1): return [super().__repr__ is not None for _ in range(1)]
for s in ('E.f()', 'E().g()', 'E().h()', 'E().j()', 'E().k()', 'E().l()'):
    try: print(eval(s))
    except (TypeError, RuntimeError, AttributeError) as e: print(s, type(e).__name__, e)
class F:
    x = 1
    def __getattribute__(self, n):
        if n == 'y': return 'gy'
        return super().__getattribute__(n)
    def __getattr__(self, n): return 'ga' + n
    def __setattr__(self, n, v): print('sa', n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print('da', n); super().__delattr__(n)
f = F(); print(f.y, f.x, f.z); f.q = 1; del f.q
try: del f.q
except AttributeError as e: print(e)
class G:
    def __dir__(self): return ['b', 'a']
    def __bool__(self): return 1
    def __len__(self): return -1
    def __hash__(self): return 'a'
    def __index__(self): return 'a'
    def __iter__(self): return 1
    def __contains__(self, x): return 'yes'
    def __format__(self, s): return 1
    def __str__(self): return 1
    def __repr__(self): return 1
    def __int__(self): return 'a'
    def __float__(self): return 'a'
    def __complex__(self): return 1
    def __bytes__(self): return 1
    def __call__(self, *a, **k): return a, k
    def __round__(self, n=None): return n
    def __reversed__(self): return 'rev'
    def __length_hint__(self): return 'x'
    def __missing__(self): pass
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return NotImplemented
g = G()
for s in ('dir(g)', 'bool(g)', 'len(g)', 'hash(g)', '[1][g]', 'iter(g)', '3 in g', 'format(g)', 'str(g)', 'repr(g)', 'int(g)', 'float(g)', 'complex(g)', 'bytes(g)', 'g(1, a=2)', 'round(g)', 'round(g, 3)', 'reversed(g)', 'g == 1', 'g != 1', 'g < 1', 'g > 1', 'f"{g}"', 'f"{g!r}"', '"%s" % g', '"%d" % g', 'print(g)', 'range(g)', 'list(g)', 'sorted([g, g])', 'g in [1]', '[g].index(1)', 'not g'):
    try: print(s, '=>', eval(s))
    except Exception as e: print(s, '->', type(e).__name__, e)
