from types import MappingProxyType, SimpleNamespace
table = {"a": 1}
proxy = MappingProxyType(table)
table["b"] = 2
print(proxy, repr(proxy), proxy["b"], len(proxy), "a" in proxy, list(proxy), proxy.get("q", 3), proxy | {"c": 3}, proxy == table)
try:
    proxy["a"] = 2
except TypeError as error:
    print(error)
space = SimpleNamespace(x=1, y=[2])
space.z = space
print(space, space.x, SimpleNamespace(a=1) == SimpleNamespace(a=1))
try:
    SimpleNamespace(1)
except TypeError as error:
    print(error)
