from array import array

a = array("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.extend(array("i", [7]))
a.fromlist([8])
a.frombytes(b"\x09\0\0\0")
a.insert(0, 0)
a.insert(-1, 99)
print(a, len(a), a.pop(), a.pop(0), a.index(99), a.count(2), 3 in a, 3.0 in a, "x" in a)
a.remove(99)
a.reverse()
print(a, a.tolist(), list(reversed(a)), a.buffer_info()[1])
for call in (lambda: a.remove(1000), lambda: a.index(1, 5, 6), lambda: a.extend(array("d", [1])), lambda: a.fromlist((1,)),
             lambda: a.frombytes(b"abc"), lambda: a.pop(100), lambda: array("i").pop(), lambda: a.fromunicode("x"),
             lambda: a.tounicode(), lambda: a.fromlist([10, "x"]), lambda: a.x, lambda: hash(a), lambda: a < [1]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(a)
