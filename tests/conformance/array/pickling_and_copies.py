import copy
from array import _array_reconstructor, array


class Named(array):
    pass


for code in "bBuhHiIlLqQfd":
    a = array(code, "ab" if code == "u" else [1, 2])
    make, args, state = a.__reduce_ex__(4)
    print(make.__name__, args[1:], state, make(*args) == a, a.__reduce_ex__(2)[1:], copy.copy(a) == a, copy.deepcopy(a) == a)
n = Named("i", [1])
n.name = "x"
print(n, n.__reduce_ex__(4)[2], type(n[:]), copy.copy(n))
for code, number, data in (("i", 9, b"\0\0\0\1"), ("q", 5, b"\0\1"), ("d", 15, b"\x3f\x80\0\0"), ("u", 18, b"a\0b\0"), ("u", 21, b"\0\0\0a\0\0\0b"), ("q", 11, b"\xff" * 8)):
    print(_array_reconstructor(array, code, number, data))
for args in ((int, "i", 8, b""), (array, "z", 8, b""), (array, "i", 30, b""), (array, "i", 8, "x"), (array, "i", 8, b"abc"), (array, "h", 8, b"abc")):
    try:
        print(_array_reconstructor(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
