class A:
    def hello(self): return ["A"]
class B(A):
    def hello(self): return ["B"] + super().hello()
class C(A):
    def hello(self): return ["C"] + super().hello()
class D(B, C):
    def hello(self): return ["D"] + super().hello()
    @classmethod
    def made(cls): return super().__name__ if hasattr(super(), "__name__") else "none"
print(D().hello(), D.made())
print(super(B, D()).hello())
class Shadow(A):
    def hello(self):
        f = lambda: super(Shadow, self).hello()
        return f()
print(Shadow().hello())
try:
    super()
except RuntimeError as error:
    print(error)
