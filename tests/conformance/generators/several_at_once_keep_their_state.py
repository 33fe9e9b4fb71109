def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
one, two = fib(), fib()
print([next(one) for _ in range(8)], [next(two) for _ in range(4)], next(one), next(two))
print(list(zip(fib(), range(5))))
def chain(*its):
    for it in its:
        yield from it
print(list(chain("ab", (1, 2), {3: 4}, range(2))))
