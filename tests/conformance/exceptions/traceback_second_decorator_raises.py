def deco(*a):
    def inner(f): return f.foo
    return inner
@deco(1,
      2)
@deco
class A:
    pass
