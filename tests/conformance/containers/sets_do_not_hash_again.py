class Counting(int):
    hashed = 0

    def __hash__(self):
        Counting.hashed += 1
        return int(self)


d = dict.fromkeys(map(Counting, range(5)))
print(Counting.hashed)
s = set(d)
s.difference(d)
s.symmetric_difference_update(d)
dict.fromkeys(frozenset(d), 1)
print(Counting.hashed, s)
