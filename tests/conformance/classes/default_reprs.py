class A:
    def method(self): pass
    class Inner: pass
print(A, A.Inner, type(A()), A.method.__qualname__)
text = repr(A())
print(text.startswith("<__main__.A object at 0x"), text.endswith(">"))
print(repr(A().method).startswith("<bound method A.method of <__main__.A object at 0x"))
print(repr(A.method).startswith("<function A.method at 0x"))
class S:
    def __str__(self): return "str"
class R:
    def __repr__(self): return "repr"
print(str(S()), str(R()), [R()], f"{S()} {R()} {R()!r}")
