# no silent nan or inf
import math


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (math.sqrt(-1)))
show(lambda: (math.log(0)))
show(lambda: (math.log(-1)))
show(lambda: (math.log(8, 1)))
show(lambda: (math.exp(1000)))
show(lambda: (math.pow(-1, 0.5)))
show(lambda: (math.pow(0, -1)))
show(lambda: (math.pow(1e300, 2)))
show(lambda: (math.fmod(1, 0)))
show(lambda: (math.acos(2)))
show(lambda: (math.atanh(1)))
show(lambda: (math.sin(math.inf)))
show(lambda: (math.gamma(0)))
show(lambda: (math.gamma(-1)))
show(lambda: (math.gamma(172)))
show(lambda: (math.lgamma(0)))
show(lambda: (math.factorial(-1)))
show(lambda: (math.factorial(1.5)))
show(lambda: (math.isqrt(-1)))
show(lambda: (math.comb(-1, 2)))
show(lambda: (math.perm(5, -1)))
show(lambda: (math.ldexp(1, 1024)))
show(lambda: (math.remainder(1, 0)))
show(lambda: (math.fsum([1e308, 1e308])))
show(lambda: (math.fsum([math.inf, -math.inf])))
show(lambda: (math.sqrt('a')))
show(lambda: (math.floor('a')))
show(lambda: (math.trunc('a')))
show(lambda: (math.gcd(1.5)))
show(lambda: (math.dist([1], [1, 2])))
show(lambda: (math.isclose(1, 2, rel_tol=-1)))
show(lambda: (math.log()))
show(lambda: (math.sqrt()))
show(lambda: (math.ldexp(1.0, 1.0)))
show(lambda: (math.floor(math.inf)))
show(lambda: (math.ceil(math.nan)))
