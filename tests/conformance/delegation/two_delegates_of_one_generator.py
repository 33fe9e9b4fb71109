def inner():
    got = None
    while True:
        got = yield got
shared = inner()
def outer():
    yield from shared
a, b = outer(), outer()
print(next(a), next(b), a.send("a"), b.send("b"), shared.send("direct"))
a.close()
try:
    b.send("c")
except StopIteration as stop:
    print("stopped", stop.value)
