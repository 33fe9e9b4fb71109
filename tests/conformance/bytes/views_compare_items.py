from array import array

ints, floats = memoryview(array("i", [1, 2])), memoryview(array("d", [1, 2]))
print(ints == floats, ints == array("q", [1, 2]), ints == [1, 2], ints != floats, ints == ints[:1])
print(memoryview(b"ab") == b"ab", b"ab" == memoryview(b"ab"), memoryview(b"abc")[::2] == b"ac", memoryview(b"ab").cast("c") == b"ab")
nan = memoryview(array("d", [float("nan")]))
print(nan == nan)
wide = memoryview(array("u", "ab"))
print(wide.format, wide == wide, wide.tobytes())
try:
    wide[0]
except NotImplementedError as error:
    print(error)
print(hash(memoryview(b"ab")) == hash(b"ab"), hash(memoryview(b"abc")[::2]) == hash(b"ac"))
for view in (memoryview(bytearray(b"a")), memoryview(bytearray(b"a")).toreadonly(), memoryview(bytes(4)).cast("I")):
    try:
        print(hash(view))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
