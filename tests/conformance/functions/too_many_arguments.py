# How many were taken, how many given, and what is said of keyword-only ones.
def show(call):
    try:
        call()
    except TypeError as error:
        print(error)

def none(): pass
def one(a): pass
def optional(a, b=1): pass
def optionals(a=0, b=1): pass
def keyword(a, *, k): pass
class C:
    def method(self): pass

show(lambda: none(1))
show(lambda: none(1, 2))
show(lambda: one(1, 2))
show(lambda: optional(1, 2, 3))
show(lambda: optionals(1, 2, 3, 4))
show(lambda: keyword(1, 2))
show(lambda: keyword(1, 2, k=3))
show(lambda: keyword(1, 2, 3, k=3))
show(lambda: C().method(1))
show(lambda: C(1))
