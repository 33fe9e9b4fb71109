def source(name):
    print("asked for", name)
    return [1, 2]


expression = (x + y for x in source("first") for y in source("second"))
print("made", expression.__name__, expression.__qualname__, expression.gi_code.co_varnames)
print(next(expression))
print(list(expression))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
late = (y for x in [1] for y in 5)
try:
    next(late)
except TypeError as error:
    print(error)
