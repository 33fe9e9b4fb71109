class A:
    __secret = 1
    def __init__(self):
        self.__x = 2
    def get(self):
        return self.__x, self.__secret, A.__secret
    def keep(self):
        self.__dunder__ = 3
a = A()
a.keep()
print(a.get(), sorted(a.__dict__), a._A__x)
try:
    a.__x
except AttributeError as error:
    print(error)
