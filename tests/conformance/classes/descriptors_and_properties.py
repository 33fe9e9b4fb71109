class D:
    def __init__(self, n): self.n = n
    def __get__(self, o, t=None): print('get', self.n, o is None, t.__name__); return self
    def __set__(self, o, v): print('set', self.n, v)
    def __delete__(self, o): print('del', self.n)
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
class ND:
    def __get__(self, o, t=None): return 'nd'
class A:
    x = D(1); nd = ND()
a = A(); a.x; a.x = 5; del a.x; A.x; print(a.nd); a.nd = 3; print(a.nd); a.__dict__['x'] = 9; a.x; print(vars(a))
class Bad:
    def __set_name__(self, o, n): 1/0
try:
    class B: b = Bad()
except RuntimeError as e: print(e, repr(e.__cause__))
except ZeroDivisionError as e: print('z', e, e.__notes__)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "docx"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 1
    wo = property(None, lambda s, v: None)
p = P(); p.x = 4; print(p.x); del p.x
for s in ('p.x', 'p.wo', 'p.zz', 'P.x.fget.__name__', 'P.x.__doc__', 'P.ro.fset'):
    try: print(eval(s))
    except AttributeError as e: print(e)
for s in ('p.ro = 1', 'del p.ro', 'P.x.fget = 1', 'p.wo = 1', 'del p.wo', 'P.ro.__set__(p, 1)'):
    try: exec(s)
    except AttributeError as e: print(e)
