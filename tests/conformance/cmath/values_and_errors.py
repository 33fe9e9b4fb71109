import cmath


def attempt(make):
    try:
        result = make()
        print(f"{result.real:.13g} {result.imag:.13g}" if isinstance(result, complex) else result)
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)


for z in [1 + 2j, -3.5 + 0.25j, 1e-200 + 1e200j, -1e-5j, 0.99 + 1e-9j, 2.0, True]:
    for function in [cmath.sqrt, cmath.exp, cmath.log, cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh, cmath.tanh]:
        attempt(lambda: function(z))
attempt(lambda: cmath.exp(710))
attempt(lambda: cmath.exp(complex(710, cmath.pi / 2)))
attempt(lambda: cmath.log(0))
attempt(lambda: cmath.log(8, 2))
attempt(lambda: cmath.log(8, 1))
attempt(lambda: cmath.atanh(1))
attempt(lambda: cmath.sqrt("a"))
attempt(lambda: cmath.rect(1j, 2))
attempt(lambda: cmath.rect(2, cmath.pi / 3))
attempt(lambda: cmath.polar(complex(1.7e308, 1.7e308)))
attempt(lambda: cmath.isclose(1, 1 + 1e-10j))
attempt(lambda: cmath.isclose(1, 2, rel_tol=-1))


class Number:
    def __complex__(self):
        return 3 + 4j


attempt(lambda: cmath.polar(Number()))
print(cmath.infj, cmath.nanj)
