from enum import *


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W


class Loose(IntFlag):
    A = 1
    B = 2
    D = 8


print(Perm.R | Perm.X, repr(Perm.R | Perm.W), ~Perm.R, Perm(0), repr(Perm(0)), list(Perm), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, bool(Perm(0)))
print(Perm.R & Perm.RW, Perm.R ^ Perm.RW, Perm(7), Perm.RW.name, Perm.RW.value, Perm.__members__)
print(Loose.A | 2, repr(Loose.A | 4), Loose(16), repr(Loose(-1)), ~Loose.A, repr(~Loose.A), Loose.A + 1, 2 | Loose.A, repr(Loose(12)), list(Loose(11)))
try:
    Perm(8)
except ValueError as e:
    print(e)
try:
    Perm.R | 1
except TypeError as e:
    print(e)
try:
    1 in Perm.R
except TypeError as e:
    print(e)


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Eject(Flag, boundary=EJECT):
    A = 1


class Keep(Flag, boundary=KEEP):
    A = 1
    B = 4


print(Conform(7), Eject(9), type(Eject(9)), Keep(11), repr(Keep(2)), Perm._boundary_, Keep._boundary_)
print(list(FlagBoundary), STRICT, repr(EnumCheck.UNIQUE), repr(Perm), repr(Loose))


class Auto(Flag):
    A = auto()
    B = auto()
    AB = A | B
    C = auto()


print([(m.name, m.value) for m in Auto], Auto.AB, Auto.C.value)
try:
    @verify(CONTINUOUS)
    class Gap(Enum):
        A = 1
        C = 4
except ValueError as e:
    print(e)
try:
    @verify(NAMED_FLAGS)
    class Unnamed(Flag):
        A = 1
        B = 6
except ValueError as e:
    print(e)
