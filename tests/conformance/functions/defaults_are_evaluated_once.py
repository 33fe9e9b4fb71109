def f(item, items=[]):
    items.append(item)
    return items

print(f(1), f(2), f(3, []), f(4))
print(f.__defaults__)
f.__defaults__ = ("replaced",)
def g(a, b=1, *, c=2): return a, b, c
g.__defaults__ = (10, 20)
g.__kwdefaults__ = {"c": 30}
print(g())
