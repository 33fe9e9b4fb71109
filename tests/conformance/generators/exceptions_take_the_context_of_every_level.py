def chain(error):
    links = []
    while error is not None:
        links.append(repr(error))
        error = error.__context__
    return " <- ".join(links)


def plain():
    yield


def handling():
    try:
        raise IndexError("inner")
    except IndexError:
        yield


def replacing():
    try:
        yield
    except ValueError:
        raise TypeError("instead")


class Foreign:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        raise args[0]


def delegate(body):
    try:
        raise KeyError("outer")
    except KeyError:
        yield from body


for body in plain, handling, replacing, Foreign:
    g = delegate(body())
    next(g)
    try:
        g.throw(ValueError("thrown"))
    except Exception as error:
        print(body.__name__, chain(error))
g = plain()
next(g)
try:
    raise OSError("of the caller")
except OSError:
    try:
        g.throw(ValueError("thrown"))
    except ValueError as error:
        print(chain(error))
