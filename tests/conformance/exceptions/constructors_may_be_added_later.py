class Base(Exception):
    pass


class Derived(Base):
    pass


print(repr(Derived(1, 2)), repr(Derived()))
Base.__init__ = lambda self, *args: self.__dict__.update(given=args)
error = Derived(1, 2)
print(repr(error), error.given)
del Base.__init__
print(vars(Derived(3)))
Base.__new__ = lambda cls, *args: Exception.__new__(cls, "new")
print(Base(1).args)
try:
    raise Base
except Base as error:
    print(error.args)
