import random

for seed in (0, 1, -5, 2**70, "text", b"bytes", 1.5, None.__class__ and 12345678901234567890):
    r = random.Random(seed)
    print(seed, r.random(), r.getrandbits(5), r.getrandbits(64), r.getrandbits(100), r.randrange(10), r.randint(1, 6))
r = random.Random(42)
print(r.choice("abcdef"), r.choices([1, 2, 3], k=4), r.choices("ab", [1, 9], k=6), r.choices("abc", cum_weights=[1, 2, 9], k=3), r.sample(range(100), 5), r.sample(range(10), 8), r.sample("ab", 3, counts=[2, 3]))
x = list(range(10))
r.shuffle(x)
print(x, r.uniform(1, 5), r.triangular(), r.triangular(1, 9, 3), r.randbytes(5), r.randrange(0, 100, 7), r.randrange(100, 0, -7), r.randrange(10**30))
print(r.gauss(0, 1), r.gauss(0, 1), r.normalvariate(1, 2), r.lognormvariate(0, 1), r.expovariate(2), r.vonmisesvariate(1, 2), r.gammavariate(2, 3), r.gammavariate(0.5, 1), r.gammavariate(1, 1), r.betavariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2))
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], len(state[1]))
random.seed(7)
print(random.random(), random.randint(1, 100), random.Random(3).random())
r.seed("abc", version=1)
print(r.random())
for action in (lambda: r.randrange(0), lambda: r.randrange(3, 1), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.sample({1}, 1), lambda: r.seed([]), lambda: r.choices([1], [0]), lambda: r.randrange(1, 5, 0), lambda: r.getrandbits(-1)):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
s = random.SystemRandom()
print(0 <= s.random() < 1, s.randrange(5) < 5, len(s.randbytes(4)))
class Half(random.Random):
    def random(self):
        return 0.5
print(Half().randrange(10), Half().choice("abcd"))
