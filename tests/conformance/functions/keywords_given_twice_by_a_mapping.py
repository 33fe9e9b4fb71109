class Pairs:
    def __init__(self, *pairs):
        self.pairs = pairs

    def keys(self):
        return [key for key, _ in self.pairs]

    def __getitem__(self, key):
        return dict(self.pairs)[key]


def g(x=None, *args, **kwargs):
    return x, args, kwargs


print(g(**Pairs(("x", 1), ("y", 2))))
for call in (
    lambda: g(**Pairs(("x", 1), ("x", 2))),
    lambda: g(a=3, **Pairs(("x", 1), ("x", 2))),
    lambda: g(**Pairs(("a", 3)), **Pairs(("x", 1), ("a", 2))),
    lambda: g(**{1: 3}, **{1: 5}),
    lambda: g(**{1: 3}),
    lambda: g(**{"x": 1}, **Pairs((1, 2))),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
