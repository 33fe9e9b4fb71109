import functools


class Base:
    pass


class Error(Exception):
    pass


class Both(Base, Exception):
    pass


class Partial(functools.partial):
    pass


class List(list):
    pass


for thing in (ValueError(), Error(), Both(), Partial(len), List(), Base(), len.__class__):
    try:
        del thing.__dict__
        print(type(thing).__name__, "deleted")
    except (TypeError, AttributeError) as error:
        print(type(thing).__name__, error)
