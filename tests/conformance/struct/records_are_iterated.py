import operator
import struct

records = struct.iter_unpack("<h2s", b"\1\0ab\2\0cd\3\0ef")
print(operator.length_hint(records), next(records), operator.length_hint(records), list(records), list(records))


class Vector(struct.Struct):
    def __init__(self, size):
        super().__init__(f"<{size}h")


vector = Vector(3)
print(vector.format, vector.size, vector.unpack(vector.pack(1, 2, 3)))
for act in (lambda: struct.iter_unpack("", b""), lambda: struct.iter_unpack("h", b"abc"), lambda: vector.pack(1), lambda: vector.unpack(b""),
            lambda: struct.Struct(1), lambda: struct.calcsize("i\0"), lambda: struct.calcsize("3"), lambda: struct.calcsize("9" * 20 + "i")):
    try:
        act()
    except (TypeError, struct.error) as error:
        print(type(error).__name__, error)
