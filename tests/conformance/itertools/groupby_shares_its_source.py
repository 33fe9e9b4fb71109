from itertools import groupby
print([(key, list(group)) for key, group in groupby("aabbbc")])
print([(key, len(list(group))) for key, group in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
groups = groupby("aabb")
key, first = next(groups)
key2, second = next(groups)
print(key, key2, list(first), list(second))
print([key for key, group in groupby("aabca")])
