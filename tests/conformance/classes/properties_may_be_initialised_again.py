class C:
    @property
    def value(self):
        return 1


def read(c):
    return c.value


c = C()
print(read(c), read(c))
C.value.__init__(lambda self: 2)
print(read(c), read(c))
C.value.__init__()
try:
    read(c)
except AttributeError as error:
    print(error)
C.__dict__["value"].__init__(lambda self: 3)
print(read(c))
