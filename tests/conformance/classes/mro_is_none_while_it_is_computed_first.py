class Meta(type):
    def mro(cls):
        print(cls.__name__, cls.__mro__)
        if cls.__name__ == "A" and cls.__mro__ is None:
            try:
                class X(cls):
                    pass
            except TypeError as error:
                print(error)
        return super().mro()


class A(metaclass=Meta):
    pass


print(A.__mro__)


class B(A):
    pass


try:
    B.mro = None
    B.__bases__ = (A,)
except TypeError as error:
    print(error)
