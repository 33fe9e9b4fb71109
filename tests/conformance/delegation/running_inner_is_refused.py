def inner():
    yield from outer_generator
def outer():
    yield from inner()
outer_generator = outer()
try:
    next(outer_generator)
except ValueError as error:
    print(error)
print(list(outer_generator))
