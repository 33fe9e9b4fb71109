class Base:
    pass


class Meta(Base, type):
    pass


class C(metaclass=Meta):
    x = 1


print(type(C.__dict__).__name__, C.__dict__["x"])
try:
    Base.__dict__["__dict__"].__set__(C, {})
except AttributeError as error:
    print(error)
