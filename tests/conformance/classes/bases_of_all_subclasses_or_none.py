# The mro() of a subclass fails: nothing has changed, wherever in the tree the failure was.
class Once(type):
    def mro(cls):
        if "made" in cls.__dict__:
            raise RuntimeError("no second time")
        return type.mro(cls)


class Old:
    pass


class New:
    pass


class Base(Old):
    pass


class First(Base):
    pass


class Second(Base, metaclass=Once):
    pass


Second.made = True
try:
    Base.__bases__ = (New,)
except RuntimeError as error:
    print(error)
for cls in Base, First, Second:
    print([base.__name__ for base in cls.__mro__], [base.__name__ for base in cls.__bases__])
print([cls.__name__ for cls in Old.__subclasses__()], New.__subclasses__())
