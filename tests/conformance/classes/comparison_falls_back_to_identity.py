class A: pass
a, b = A(), A()
print(a == a, a == b, a != b, hash(a) == hash(a))
try:
    a < b
except TypeError as error:
    print(error)
class E:
    def __eq__(self, other): return True
try:
    hash(E())
except TypeError as error:
    print(error)
E2 = type("E2", (E,), {"__hash__": lambda self: 7})
print(hash(E2()))
