from functools import partial
def show(*args, **kwargs):
    return args, kwargs
p = partial(show, 1, x=2)
print(p(), p(3, y=4), p(x=9), partial(p, 5)(6), p.args, p.keywords, p.func is show)
print(partial(int, base=2)("101"), repr(partial(int, base=2)), partial(print, 1).__class__.__name__)
p.note = "kept"
print(p.note, p.__dict__)
try:
    partial(5)
except TypeError as error:
    print(error)
