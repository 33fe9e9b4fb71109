class M(type):
    def only(cls): return 'meta'
    def both(cls): return 'meta'
class B:
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'
    def i(self): return type(self).__name__
    @property
    def p(self): return self._p
    @property
    def bad(self): raise AttributeError('inner')
    rate = 3
    name = 'n'
class D(B, metaclass=M):
    def both(self): return 'inst'
    @classmethod
    def c(cls): return super().c() + '!'
    @staticmethod
    def s(): return 'S'
    def i(self): return super().i() + super().s() + super().c()
d=D(); d._p=1
class G(B):
    def __getattr__(self,n): return 'getattr '+n
g=G()
for _ in range(3):
    print(D.c(), D.s(), D.i(d), d.c(), d.s(), d.i(), D.only(), B.c(), B.s(), d.p, d.rate, d.name, g.bad, D.both(d))
    try: d.bad
    except AttributeError as e: print(e)
    d._p += 1
    B.rate += 1
    if _==1: d.__dict__['name']='own'; d.rate=100
class S:
    __slots__=('a',)
s=S()
def get(o): return o.a
def put(o,v): o.a=v
for _ in range(3):
    try: print(get(s))
    except AttributeError as e: print(e)
    put(s,_)
    print(get(s))
    del s.a
import math
def pi(): return math.pi
print(pi(),pi()); math.pi=3; print(pi()); del math.pi
try: pi()
except AttributeError as e: print(e)
dd={1:2,3:4}
for a,b in dd.items(): print(a,b)
for a,b in enumerate('xy'): print(a,b)
for a,b in zip('xy','z'): print(a,b)
try:
    for a,b in zip([1],[1,2],strict=True): print(a,b)
except ValueError as e: print(e)
try:
    for a,b in zip([1],[2],[3]): pass
except ValueError as e: print(e)
try:
    for a,b in dd.items(): dd[a+b]=1
except RuntimeError as e: print(e)
for a,b in {(1,2):0}: print(a,b)
print([a+b for a,b in enumerate([5,6])], 'a' in 'abc', 1 in {1:2}, 2 in {1}, 'x' in {'x'})
try: [] in {}
except TypeError as e: print(e)
