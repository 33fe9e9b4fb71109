# An mro() that assigns __bases__ itself: the last assignment stands, and no class becomes its own ancestor.
class Meta(type):
    def mro(cls):
        if not cls.__dict__.get('done') and cls.__bases__ == (First,):
            type.__setattr__(cls, 'done', True)
            cls.__bases__ = (Second,)
        return type.mro(cls)


class First(metaclass=type):
    pass


class Second:
    pass


class Plain(metaclass=Meta):
    pass


class Start:
    pass


First.name = 'first'
Second.name = 'second'


class Child(Start, metaclass=Meta):
    pass


Child.__bases__ = (First,)
print(Child.__bases__, Child in First.__subclasses__(), Child in Second.__subclasses__())
try:
    Second.__bases__ = (Child,)
except TypeError as error:
    print(error)
Second.name = 'changed'
print(Child.name)
