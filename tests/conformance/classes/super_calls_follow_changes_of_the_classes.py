# One place that calls super().name(...) meets other classes, other receivers, and classes that change meanwhile.
class Base:
    def who(self):
        return 'Base.who'

    @classmethod
    def make(cls):
        return 'Base.make of ' + cls.__name__

    @staticmethod
    def plain():
        return 'Base.plain'


class Middle(Base):
    def who(self):
        return 'Middle.who > ' + super().who()

    @classmethod
    def make(cls):
        return 'Middle.make > ' + super().make()

    @staticmethod
    def plain():
        return 'Middle.plain'


class Mixin(Base):
    def who(self):
        return 'Mixin.who > ' + super().who()


class Diamond(Middle, Mixin):
    pass


def show(*objects):
    for obj in objects:
        for _ in range(3):
            answer = obj.who()
        print(type(obj).__name__, '|', answer, '|', obj.make(), '|', type(obj).make(), '|', obj.plain())


show(Middle(), Diamond(), Middle(), Mixin())
Base.who = lambda self: 'another Base.who'
show(Middle(), Diamond())
Mixin.who = classmethod(lambda cls: 'now of the class ' + cls.__name__)
show(Diamond())
Base.make = staticmethod(lambda: 'make is static now')
try:
    show(Middle())
except TypeError as error:
    print('TypeError:', error)
del Mixin.who
show(Diamond())
Diamond.__bases__ = (Mixin, Middle)
Mixin.who = lambda self: 'Mixin again > ' + super(Mixin, self).who()
Base.make = classmethod(lambda cls: 'new make of ' + cls.__name__)
show(Diamond())


class Missing(Base):
    def who(self):
        return super().absent()


for _ in range(3):
    try:
        Missing().who()
    except AttributeError as error:
        print(error)


class Kept(Base):
    def who(self):
        # The first argument in a cell, and rebound.
        def inner():
            return self
        before = super().who()
        self = Middle()
        try:
            return before, inner().who(), super().who()
        except TypeError as error:
            return before, str(error)


show(Kept())


def outside(self):
    return super().who()


try:
    outside(Base())
except RuntimeError as error:
    print(error)


class Function:
    def who(self):
        return 'what the program calls super'


class Shadowed(Base):
    def who(self):
        return super().who() + '!'


print(Shadowed().who())
super = lambda: Function()
print(Shadowed().who())
del super
print(Shadowed().who())
