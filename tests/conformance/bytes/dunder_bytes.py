# an object may say what its bytes are

class A:
    def __bytes__(self):
        return b"said"


class Bad:
    def __bytes__(self):
        return "text"


class Index:
    def __index__(self):
        return 2


print(bytes(A()), bytes(Index()), b"%b|%s" % (A(), A()))
try:
    bytes(Bad())
except TypeError as e:
    print(e)
try:
    bytes(object())
except TypeError as e:
    print(e)


class B(bytes):
    pass


b = B(b"abc")
b.note = 1
print(b, type(b).__name__, type(b[:]).__name__, type(b + b"").__name__, type(bytes(b)).__name__, b.note, b == b"abc", type(B.fromhex("00")).__name__)
