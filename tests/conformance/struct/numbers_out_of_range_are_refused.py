import struct

for order in "@<>":
    for code in "bBhHiIqQ":
        for number in (-1, 2**31, 2**32, 2**63, 2**64):
            try:
                struct.pack(order + code, number)
            except struct.error as error:
                print(order + code, number, error)
for format, value in (("f", 1e300), ("<f", 1e300), ("<e", 65520.0), ("e", 65520), ("d", "1"), ("i", 1.5), ("c", b"ab"), ("s", "a")):
    try:
        print(format, struct.pack(format, value))
    except (OverflowError, struct.error) as error:
        print(format, type(error).__name__, error)
