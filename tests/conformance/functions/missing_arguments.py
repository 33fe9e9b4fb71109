# The TypeError for missing arguments names and counts them.
def show(call):
    try:
        call()
    except TypeError as error:
        print(error)

def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def keyword(*, k): pass
def keywords(a, *, k, l, m): pass

show(lambda: one())
show(lambda: two())
show(lambda: two(1))
show(lambda: three())
show(lambda: three(1))
show(lambda: keyword())
show(lambda: keywords(1))
show(lambda: keywords(1, k=2))
show(lambda: keywords(k=1, l=2, m=3))
