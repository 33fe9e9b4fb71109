pairs = [(2, "a"), (1, "b"), (2, "c"), (1, "d")]
pairs.sort(key=lambda pair: pair[0])
print(pairs)
pairs.sort(key=lambda pair: pair[0], reverse=True)
print(pairs)
print(sorted([3, 1, 2]), sorted("banana"), sorted([2.5, -1.0, float("inf")]))
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big) == sorted(big, reverse=True)[::-1], sorted(big)[:5])
print(sorted([3, 2.5, True, 10**30, -1]))
