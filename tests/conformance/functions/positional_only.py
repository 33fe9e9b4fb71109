def show(call):
    try:
        print(call())
    except TypeError as error:
        print(error)

def f(a, b=2, /, c=3, *, d=4): return a, b, c, d
def g(a, /, **kw): return a, kw

show(lambda: f(1))
show(lambda: f(1, 2, c=5, d=6))
show(lambda: f(a=1))
show(lambda: f(1, b=2))
show(lambda: f(1, b=2, d=1))
show(lambda: f(1, 2, 3, 4))
show(lambda: g(1, a=2))
show(lambda: g(a=2))
