print((lambda: 1)(), (lambda x, /, y=2, *a, k=3, **kw: (x, y, a, k, kw))(1, 5, 6, z=7))
print((lambda *a: a)(1, 2), (lambda **kw: kw)(a=1))
f = lambda x: lambda y: x + y
print(f(1)(2), f.__name__, f(1).__qualname__)
