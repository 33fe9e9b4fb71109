def cycle():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


try:
    cycle()
except TypeError as error:
    inner = error.__context__
    print(repr(inner), inner.__context__ is inner)
