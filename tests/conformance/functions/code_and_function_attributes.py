# code objects
def f(a, b=1, *args, c, d=2, **kw):
    "doc"
    x = 1
    def g(): return x, a
    return g
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_names, c.co_cellvars, c.co_freevars, c.co_flags, c.co_firstlineno, c.co_filename[-3:], c.co_consts[0], type(c.co_code), c.co_stacksize > 0)
g = f(1, c=2)
print(g.__code__.co_freevars, g.__closure__[0].cell_contents, [x.cell_contents for x in g.__closure__], g.__code__.co_qualname)
print(f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__module__, f.__doc__, f.__name__, f.__qualname__, f.__globals__ is globals(), f.__builtins__ is __builtins__.__dict__)
f.x = 1; print(f.__dict__, f.x)
c2 = c.replace(co_name='zz', co_firstlineno=100); print(c2.co_name, c2.co_firstlineno, c2 == c, c == c, hash(c) == hash(c))
print(list(c.co_lines())[:1] != [], len(list(c.co_positions())) > 3)
try: c.co_name = 1
except AttributeError as e: print(e)
try: f.__code__ = 1
except TypeError as e: print(e)
try: f.__defaults__ = 1
except TypeError as e: print(e)
try: f.__kwdefaults__ = 1
except TypeError as e: print(e)
try: f.__name__ = 1
except TypeError as e: print(e)
try: g.__code__ = f.__code__
except ValueError as e: print(e)
def h(): return 'h'
def i(): return 'i'
h.__code__ = i.__code__; print(h(), h.__name__)
print(repr(c)[:15], async_ := (lambda: 0).__code__.co_flags)
async def co(): pass
async def ag(): yield
def ge(): yield
print(co.__code__.co_flags, ag.__code__.co_flags, ge.__code__.co_flags)
class K:
    def m(self): return __class__
    print(__qualname__, __module__)
print(K.m.__code__.co_freevars, K.m.__qualname__, K().m.__func__ is K.m, K().m.__self__.__class__, K.m.__code__.co_varnames)
print(K().m == K().m, K().m is K().m)
