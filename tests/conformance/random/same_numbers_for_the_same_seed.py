import random

for seed in [0, -1, 12345678901234567890123, 2.5, True, "", "hello", "h\u00e9", b"bytes"]:
    for version in (1, 2):
        r = random.Random()
        r.seed(seed, version)
        print(seed, version, r.random(), r.getrandbits(5), r.getrandbits(70), r.randbytes(7))
r = random.Random(7)
print(r.randrange(10), r.randrange(3, 10**20, 7), r.randrange(10, 0, -3), r.randint(-5, 5))
print(r.choice("abcdef"), r.choices("abcdef", k=5), r.choices([1, 2, 3], [1, 5, 2], k=9), r.choices([1, 2], cum_weights=[1, 5], k=9))
items = list(range(20))
r.shuffle(items)
print(items)
for k in (0, 1, 5, 6, 10, 21, 22):
    for size in (30, 37, 38, 85, 86, 277, 278, 10**6):
        print(k, size, r.sample(range(size), k))
print(r.sample("abc", 4, counts=[3, 2, 5]))
