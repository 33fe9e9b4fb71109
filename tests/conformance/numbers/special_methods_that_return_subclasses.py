import operator
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


class Whole(int):
    pass


class Real(float):
    pass


class Pair(complex):
    pass


class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value

    def __index__(self):
        return self.value

    def __float__(self):
        return self.value

    def __complex__(self):
        return self.value


class Truncated:
    def __trunc__(self):
        return 7


for convert, value in [
    (int, Whole(3)), (int, True), (operator.index, Whole(3)), (hex, True), (float, Real(2.5)), (complex, Pair(1j)),
]:
    result = convert(Number(value))
    print(convert.__name__, type(result).__name__, result)
print(int(Truncated()))
warnings.simplefilter("error")
try:
    int(Number(True))
except DeprecationWarning as error:
    print(error)
