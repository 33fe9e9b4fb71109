class A:
    def __init_subclass__(cls, /, tag=None, **kw): print('is', cls.__name__, tag, kw); super().__init_subclass__(**kw)
class B(A, tag=3): pass
try:
    class C(A, other=3): pass
except TypeError as e: print(e)
class S:
    __slots__ = ('a', '__b')
    def __init__(self): self.__b = 1
s = S(); s.a = 1; print(s.a, s._S__b, S.a, type(S.a))
try: s.c = 1
except AttributeError as e: print(e)
try: s.__dict__
except AttributeError as e: print(e)
del s.a
try: s.a
except AttributeError as e: print(e)
try: del s.a
except AttributeError as e: print(e)
class S2(S): __slots__ = ('__dict__',)
x = S2(); x.zz = 1; print(x.__dict__)
try:
    class S3(int): __slots__ = ('a',)
except TypeError as e: print(e)
class S4(tuple): __slots__ = ()
try: S4().x = 1
except AttributeError as e: print(e)
try:
    class S5: __slots__ = ('1a',)
except TypeError as e: print(e)
try:
    class S6: __slots__ = (1,)
except TypeError as e: print(e)
try:
    class S7(S): __slots__ = ('__dict__', '__dict__')
except TypeError as e: print(e)
class X: pass
class Y: pass
x = X(); x.q = 1; x.__class__ = Y; print(type(x).__name__, x.q)
for v in (int, 1, S):
    try: x.__class__ = v
    except TypeError as e: print(e)
try: (1).__class__ = X
except TypeError as e: print(e)
try: s.__class__ = X
except TypeError as e: print(e)
try: X.__bases__ = (Y,); print(X.__mro__)
except TypeError as e: print(e)
class Z(X): pass
Z.__name__ = 'ZZ'; Z.__qualname__ = 'Q.ZZ'; Z.__module__ = 'mod'; print(Z, Z.__doc__); Z.__doc__ = 'd'; print(Z.__doc__)
for s in ("Z.__name__ = 1", "Z.__bases__ = 1", "Z.__bases__ = ()", "Z.__bases__ = (int,)", "Z.__bases__=(Z,)", "Z.__mro__ = 1", "del Z.__name__", "int.x = 1", "del int.real", "Z.__dict__ = {}", "Z.__class__ = int", "x.__dict__ = 1", "del x.__dict__", "Z.__name__ = 'a\\0b'"):
    try: exec(s); print('ok', s)
    except (TypeError, AttributeError, ValueError) as e: print(s, '->', type(e).__name__, e)
T = type('T', (X,), {'a': 1, '__doc__': 'x'}); print(T, T.a, T.__doc__, T.__module__)
