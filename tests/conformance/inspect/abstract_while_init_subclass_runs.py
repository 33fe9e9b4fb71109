import inspect
from abc import ABC, abstractmethod


class Checker(ABC):
    def __init_subclass__(cls):
        print(cls.__name__, inspect.isabstract(cls))


class Abstract(Checker):
    @abstractmethod
    def foo(self):
        pass


class Concrete(Abstract):
    def foo(self):
        pass


class Child(Abstract):
    pass


print(inspect.isabstract(Abstract), inspect.isabstract(Concrete), inspect.isabstract(Child), inspect.isabstract(Abstract.foo))
