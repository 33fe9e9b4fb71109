from itertools import tee
source = iter([1, 2, 3, 4])
a, b, c = tee(source, 3)
print(next(a), next(a), list(b), list(a), next(c), tee([], 0))
d = c.__copy__()
print(list(c), list(d))
