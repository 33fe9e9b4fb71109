import sys
def g():
    try:
        raise ValueError("in generator")
    except ValueError:
        yield sys.exc_info()[0].__name__
        yield sys.exc_info()[0].__name__
gen = g()
print(next(gen), sys.exc_info()[0])
try:
    raise KeyError
except KeyError:
    print(next(gen), sys.exc_info()[0].__name__)
def h():
    yield sys.exc_info()[0]
try:
    raise KeyError
except KeyError:
    print(next(h()).__name__)
