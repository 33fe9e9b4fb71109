class A: pass
def f(a):
    return a.first.second["third"]
a = A()
a.first = A()
f(a)
