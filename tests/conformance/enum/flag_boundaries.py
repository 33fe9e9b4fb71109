# What becomes of bits without a member: STRICT, CONFORM, EJECT, KEEP.
from enum import Flag, FlagBoundary, IntFlag

for base in Flag, IntFlag:
    print(base, base._boundary_)
    for values in [1, 2], [1, 4], [3, 4], [1, 4, 6]:
        for boundary in FlagBoundary:
            flags = base("F", {f"m{value}": value for value in values}, boundary=boundary)
            print(values, boundary, flags._flag_mask_, flags._singles_mask_, flags._all_bits_)
            for value in 0, 1, 2, 3, 5, 6, 8, 9, -1, -2, -9:
                try:
                    found = flags(value)
                    print(value, repr(found), type(found).__name__, end=" ")
                    print(repr(~found), repr(found & 1 if base is IntFlag else found))
                except ValueError as error:
                    print(str(error).replace("\n", " "))


class Base(IntFlag, boundary=FlagBoundary.STRICT):
    pass


class Derived(Base):
    a = 1


print(Derived._boundary_)
