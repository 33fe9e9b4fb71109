import random


class Floats(random.Random):
    def random(self):
        return 0.75


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


class BitsAboveFloats(Floats):
    def getrandbits(self, k):
        return 3


class FloatsAboveBits(BitsAboveFloats):
    def random(self):
        return 0.3


for kind in (Floats, Bits, BitsAboveFloats, FloatsAboveBits):
    source = kind()
    print(kind.__name__, [source.randrange(7) for _ in range(3)], source.choice("abcdef"))
system = random.SystemRandom()
print(0 <= system.random() < 1, system.getrandbits(5) < 32, system.randrange(1), len(system.randbytes(5)), system.seed(3))
