from collections import defaultdict

nested = defaultdict(list, {1: 2}, a=3)
nested["self"] = nested
print(nested)


class Own(defaultdict):
    def __init__(self):
        self.default_factory = self.make

    def make(self):
        return []


print(Own())
print(defaultdict(), defaultdict(None, a=1), defaultdict(default_factory=list))
print(defaultdict.default_factory, nested.__missing__("new"))
del nested.default_factory
print(nested.default_factory, nested.copy().default_factory)
print((defaultdict(int, a=1) | {2: 3}), ({2: 3} | defaultdict(int, a=1)), defaultdict(int, a=1).__reduce__()[:4])
