def f():
    try: yield
    except ValueError: raise KeyError
g = f(); next(g)
g.throw(ValueError('in gen'))
