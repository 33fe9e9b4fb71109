# Nothing else owns the generator, so CPython finishes it when the loop is left.
def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
for x in g():
    print(x)
    break
print("after the loop")
def f():
    for x in g():
        return x
print(f())
