import types
F = types.FunctionType
def f(a, b=2): return a + b
g = F(f.__code__, {'__builtins__': __builtins__}, 'newname', (5,), None)
print(g(1), g.__name__)
try: F(1, {})
except TypeError as e: print(e)
try: F(f.__code__, 1)
except TypeError as e: print(e)
def outer():
    x = 1
    def inner(): return x
    return inner
i = outer()
try: F(i.__code__, {})
except TypeError as e: print(e)
try: F(i.__code__, {}, 'n', (), ())
except (TypeError, ValueError) as e: print(e)
print(F(i.__code__, {}, 'n', (), i.__closure__)())
c = types.CellType(3); print(c.cell_contents, c == types.CellType(3)); c.cell_contents = 5; print(c.cell_contents); del c.cell_contents
try: c.cell_contents
except ValueError as e: print(e)
print(types.MethodType(f, 3)(4))
try: types.MethodType(1, 2)
except TypeError as e: print(e)
try: types.MethodType(f, None)
except TypeError as e: print(e)
m = types.ModuleType('mm', 'dd'); print(m, m.__doc__, m.__dict__, m.__name__)
try: m.foo
except AttributeError as e: print(e)
m.__getattr__ = lambda n: n.upper(); print(m.foo)
ns = types.SimpleNamespace(a=1, b='x'); print(ns, ns == types.SimpleNamespace(a=1, b='x')); ns.c = 1; del ns.a; print(ns)
mp = types.MappingProxyType({'a': 1}); print(mp, mp['a'], len(mp), list(mp), 'a' in mp, mp | {'b': 2})
try: mp['b'] = 1
except TypeError as e: print(e)
print(types.NoneType, types.EllipsisType, types.NotImplementedType, types.GenericAlias, types.UnionType, int | None, list[int], dict[str, list[int]] | None)
print(isinstance(1, int | str), issubclass(int, int | str), (int | str).__args__, list[int].__origin__, list[int].__args__, list[int]([1]))
