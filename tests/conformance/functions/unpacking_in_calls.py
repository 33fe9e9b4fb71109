def f(*args, **kw):
    return args, kw

print(f(*[1, 2], 3, *(4, 5), x=1, **{"y": 2}, z=3, **{}))
print(f(*range(3), *"ab", *{}))
for bad in (lambda: f(*1), lambda: f(**1), lambda: f(**{"a": 1}, **{"a": 2}), lambda: f(a=1, **{"a": 2})):
    try:
        bad()
    except TypeError as error:
        print(error)
