class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([c.__name__ for c in D.__mro__])
try:
    class E(A, B): pass
except TypeError as error:
    print(error)
try:
    class F(A, A): pass
except TypeError as error:
    print(error)
print(D.__bases__, D.__base__, A.__subclasses__())
