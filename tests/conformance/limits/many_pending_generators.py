def g(i):
    yield i
    yield i + 1
gens = [g(i) for i in range(100_000)]
print(sum(next(x) for x in gens), sum(next(x) for x in gens))
