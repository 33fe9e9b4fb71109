# A class remembers its bases as they were written when one of them stood for others; plain classes stand for themselves.
class Meta(type):
    def __mro_entries__(cls, bases):
        print("not asked: a class stands for itself")
        return (cls,)


class Plain(metaclass=Meta):
    pass


class Stand:
    def __mro_entries__(self, bases):
        return (Plain,)


class A(Plain):
    pass


stand = Stand()


class B(stand):
    pass


print("__orig_bases__" in A.__dict__)
print(B.__orig_bases__ == (stand,), B.__bases__)
