# Operators, names, iteration and containment of flags, with and without int.
from enum import Flag, IntFlag


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6
    NONE = 0


class Mode(IntFlag):
    A = 1
    B = 2
    D = 8


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in """
Perm.R | Perm.X, Perm.R & Perm.W, Perm.R ^ Perm.RW, ~Perm.R, ~Perm.RW, Perm(0), Perm(7), ~Perm.NONE, Perm(-1), Perm(-2)
list(Perm), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, Perm.RW in Perm.R, bool(Perm.NONE), Perm(5) is Perm(5)
(Perm.R | Perm.X).name, (Perm.R | Perm.X).value, str(Perm(5)), format(Perm(3)), Perm(0).name
Perm(8)
Perm('x')
Perm.R | 1
1 | Perm.R
1 in Perm.R
Mode.A | Mode.B, Mode.A | 4, 4 | Mode.A, Mode.A & 9, Mode.A ^ 3, Mode.A + 1, Mode(-1), ~Mode.A, ~Mode(4)
[(mode.name, mode.value, str(mode), repr(mode)) for mode in map(Mode, (0, 1, 3, 4, 5, 7))]
list(Mode(31)), len(Mode(31)), Mode.A in Mode(31)
Mode.A | 'x'
Mode.A | Perm.R
Mode.A in Perm.R
(Perm.R | Perm.X) in Perm
""".strip().splitlines():
    attempt(text)


class Backwards(Flag):
    C = 4
    A = 1
    B = 2


print(list(Backwards), list(Backwards(7)), Backwards(7))


class Aliased(Flag):
    LOW = 1
    MASK = 14
    HIGH = 16


print(list(Aliased), Aliased(15), Aliased(30), Aliased.__members__)
try:
    Aliased(3)
except ValueError as error:
    print(error)
