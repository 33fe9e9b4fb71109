def g(value):
    yield 1
    return value
def outer(value):
    result = yield from g(value)
    print("result", result)
for value in (None, 5, (1, 2), "text", StopIteration(3)):
    list(outer(value))
gen = g((1, 2))
next(gen)
try:
    next(gen)
except StopIteration as stop:
    print(stop.args, stop.value)
