# exact for ints of any size
import math


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (math.factorial(20), math.factorial(30)))
show(lambda: (math.gcd(), math.gcd(12, 18, 27), math.gcd(-4, 0), math.gcd(2**100, 6**50)))
show(lambda: (math.lcm(), math.lcm(4, 6), math.lcm(0, 5), math.lcm(-4, 6)))
show(lambda: (math.isqrt(10), math.isqrt(10**40), math.isqrt(2**200 - 1), math.isqrt(0)))
show(lambda: (math.comb(5, 2), math.comb(5, 6), math.comb(100, 50), math.comb(10**20, 2)))
show(lambda: (math.perm(5, 2), math.perm(5), math.perm(5, 6), math.perm(10**20, 2)))
show(lambda: (math.prod([1, 2, 3]), math.prod([]), math.prod([1.5, 2]), math.prod([2], start=10), math.prod(range(1, 30))))
show(lambda: (math.log(10**400), math.log2(2**1000), math.log10(10**400), math.log(8, 2)))
show(lambda: (math.floor(1.5), math.floor(-1.5), math.ceil(1.5), math.trunc(-1.7), math.floor(10**30), math.floor(1e20)))
