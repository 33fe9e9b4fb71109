def show(call):
    try:
        call()
    except TypeError as error:
        print(error)

def none(): pass
def some(a, b=1, *, c=2): pass
def rest(a, **kw): return a, kw

show(lambda: none(x=1))
show(lambda: some(1, d=2))
show(lambda: some(1, a=2))
show(lambda: rest(1, a=2))
show(lambda: some(**{"a": 1, "z": 2}))
show(lambda: some(**{1: 2}))
print(rest(1, b=2, c=3))
