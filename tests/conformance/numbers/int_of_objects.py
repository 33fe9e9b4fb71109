# int() asks __int__, then __index__, then __trunc__
import warnings

warnings.simplefilter("ignore")


class Int:
    def __int__(self):
        return 1


class Index:
    def __index__(self):
        return 2


class Trunc:
    def __trunc__(self):
        return 3


class Wrong:
    def __int__(self):
        return "no"


class Sub(int):
    pass


print(int(Int()), int(Index()), int(Trunc()))
print(int(2.9), int(-2.9), int(True), type(int(True)))
try:
    int(Wrong())
except TypeError as e:
    print(e)
s = Sub(7)
print(type(s).__name__, s + 1, type(s + 1).__name__, type(int(s)).__name__, type(+s).__name__)
print(Sub("12"), Sub(), Sub(b"3"), Sub("ff", 16))
