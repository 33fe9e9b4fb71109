# unique() and verify() with UNIQUE, CONTINUOUS, NAMED_FLAGS; looking into flags.
import enum
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, unique, verify


def attempt(check, base, **values):
    try:
        print(check(base("E", values)))
    except (ValueError, TypeError) as error:
        print(error)


attempt(unique, Enum, a=1, b=1, c=2, d=2)
attempt(unique, Enum, a=1, b=2)
attempt(verify(UNIQUE), Enum, a=1, b=1)
attempt(verify(CONTINUOUS), Enum, a=1, b=5, c=3)
attempt(verify(CONTINUOUS), Enum, a=1, b=2, c=3)
attempt(verify(CONTINUOUS), Flag, a=1, b=8)
attempt(verify(NAMED_FLAGS), Flag, a=1, b=14)
attempt(verify(NAMED_FLAGS), Flag, a=1, b=14, c=24)
attempt(verify(NAMED_FLAGS), Flag, a=1, b=5)
attempt(verify(NAMED_FLAGS), Flag, a=1, b=4, c=5)
attempt(verify(NAMED_FLAGS, UNIQUE), Enum, a=1, b=4)
try:
    verify(UNIQUE)(int)
except TypeError as error:
    print(error)
print(list(enum.EnumCheck), enum.show_flag_values(13), enum.bin(5), enum.bin(-5), enum.bin(5, 8), enum.bin(-5, 8), enum.bin(0), enum.bin(-1))
