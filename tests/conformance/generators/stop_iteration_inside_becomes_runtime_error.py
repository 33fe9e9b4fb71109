# PEP 479
def g():
    yield 1
    raise StopIteration("inside")
gen = g()
print(next(gen))
try:
    next(gen)
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as error:
    print(error)
