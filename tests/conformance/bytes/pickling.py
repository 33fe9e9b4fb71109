class Named(bytearray):
    pass


b = Named(b"ab")
b.name = "x"
for protocol in (2, 3, 4):
    print(b.__reduce_ex__(protocol)[1:], bytearray(b"a").__reduce_ex__(protocol))
for data in (b"abc", bytearray(b"abc")):
    iterator = iter(data)
    next(iterator)
    print(iterator.__reduce__()[1:])
    iterator.__setstate__(2)
    print(list(iterator), iterator.__reduce__()[1:])
