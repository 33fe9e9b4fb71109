a = {1, 2, 3}
b = frozenset({2, 3, 4})
print(a & b, a | b, a - b, a ^ b, b - a, type(a & b).__name__, type(b & a).__name__)
print(a <= {1, 2, 3, 4}, a < a, a >= {1}, a == frozenset(a), a.isdisjoint([9]), a.issubset(range(5)), a.issuperset([1]))
print(a.union([7], (8,)), a.intersection([1, 5]), a.difference([1], [2]), a.symmetric_difference([1, 9]))
a |= {10}
a &= {1, 2, 10}
a -= {1}
a ^= {2, 3}
print(a)
a.update([1], {2: 3})
a.discard(99)
a.intersection_update([1, 2, 3])
a.difference_update([3])
a.symmetric_difference_update([1, 5])
print(a, len(a), hash(b) == hash(frozenset([4, 3, 2])))
print({frozenset({1})} == {frozenset({1})}, {1} in {frozenset({1})}, set(), frozenset())
