class Plain:
    __slots__ = ("a", "__b")

    def __init__(self):
        self.a = 1
        self.__b = 2


print(Plain().__getstate__())
print(Plain.__slotnames__)


class Named:
    __slotnames__ = ["spam"]

    def __getattr__(self, name):
        if name == "spam":
            return 42
        raise AttributeError(name)


print(Named().__getstate__())
Named.__slotnames__ = ()
try:
    Named().__getstate__()
except TypeError as error:
    print(error)
