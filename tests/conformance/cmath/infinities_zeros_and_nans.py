# The results of Annex G of the C standard: which parts are infinite, zero with which sign, or undefined.
import cmath

inf, nan = cmath.inf, cmath.nan
parts = [0.0, -0.0, 1.0, -1.0, inf, -inf, nan]
for function in [
    cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos, cmath.cosh, cmath.exp, cmath.log,
    cmath.log10, cmath.sin, cmath.sinh, cmath.sqrt, cmath.tan, cmath.tanh, cmath.phase, cmath.polar,
]:
    for real in parts:
        for imag in parts:
            try:
                result = function(complex(real, imag))
                if isinstance(result, complex):
                    result = f"{result.real:.12g} {result.imag:.12g}"
            except (ValueError, OverflowError) as error:
                result = f"{type(error).__name__}: {error}"
            print(function.__name__, real, imag, result)
