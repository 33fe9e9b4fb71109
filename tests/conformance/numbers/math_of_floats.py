# sums and lengths without needless rounding
import math


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.fsum([])))
show(lambda: (math.hypot(), math.hypot(3), math.hypot(3, 4), math.hypot(1e200, 1e200), math.hypot(math.inf, math.nan)))
show(lambda: (math.dist([1, 2], [4, 6]), math.dist((0,) * 5, (1,) * 5)))
show(lambda: (math.frexp(8), math.frexp(0.1), math.frexp(0), math.frexp(math.inf), math.ldexp(0.5, 4), math.ldexp(5e-324, 1074), math.ldexp(1, -2000)))
show(lambda: (math.modf(-1.5), math.modf(math.inf), math.fmod(-7, 3), math.fmod(5, math.inf), math.remainder(5, 3), math.remainder(-7, 2)))
show(lambda: (math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1, 1), math.ulp(1), math.ulp(0), math.ulp(1.7976931348623157e308)))
show(lambda: (math.copysign(1, -0.0), math.fabs(-5), math.degrees(math.pi), math.radians(180)))
show(lambda: (math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(1, 1.1, abs_tol=0.2), math.isclose(math.inf, math.inf)))
show(lambda: (math.isfinite(1), math.isinf(-math.inf), math.isnan(math.nan)))
show(lambda: (math.pi, math.e, math.tau, math.inf, math.nan))
show(lambda: (math.sqrt(2), math.exp(0), math.log(1), math.sin(0), math.cos(0), math.atan2(0, -1), math.exp2(10), math.pow(2, 0.5)))
show(lambda: (math.gamma(5), math.lgamma(1), math.lgamma(2), math.erf(0), math.erfc(0), math.erf(10), math.gamma(24), math.gamma(1.5)))
show(lambda: (round(math.gamma(0.5), 12), round(math.lgamma(100.5), 10), round(math.erf(0.5), 14), round(math.erfc(3), 18), round(math.expm1(1e-10), 24), round(math.log1p(1e-10), 24)))
