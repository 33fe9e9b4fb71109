class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other


class C:
    shadowed = "of the class"

    def method(self):
        return "method"


c = C()
c.__dict__[Key("found")] = 1
c.__dict__[Key("shadowed")] = 2
c.__dict__[Key("method")] = lambda: 3
print(c.found, c.shadowed, c.method())


class Failing(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        raise ValueError(f"asked for {other}")


c.__dict__[Failing("broken")] = 4
try:
    c.broken
except ValueError as error:
    print(error)
