import collections.abc


class Parent:
    pass


class Before(Parent):
    pass


class Below(Before):
    pass


def kind(subject):
    match subject:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"


print(kind(Parent()), kind(Before()), kind(Below()))
collections.abc.Sequence.register(Parent)


class After(Parent):
    pass


print(kind(Parent()), kind(Before()), kind(Below()), kind(After()))
collections.abc.Mapping.register(Parent)
print(kind(Parent()), kind(Before()), kind(Below()), kind(After()))
