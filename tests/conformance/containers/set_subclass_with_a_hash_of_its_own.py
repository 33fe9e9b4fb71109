class Hashable(set):
    def __hash__(self):
        return 42


inner = Hashable([1])
outer = {inner}
print(inner in outer, {1} in outer, frozenset([1]) in outer)
outer.discard(inner)
print(outer)
try:
    {set()}
except TypeError as error:
    print(error)
print(set() in {frozenset()}, {1} in {frozenset([1])})
