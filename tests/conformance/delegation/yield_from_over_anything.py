class Iterable:
    def __iter__(self): return iter([1, 2])
class Old:
    def __getitem__(self, i):
        if i == 2: raise IndexError
        return i
class Iterator:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("its value")
        return self.n
def g(x):
    return (yield from x)
def run(x):
    gen = g(x)
    items = []
    while True:
        try:
            items.append(next(gen))
        except StopIteration as stop:
            return items, stop.value
for x in ([1], "ab", {1: 2}, range(2), Iterable(), Old(), Iterator(), g("x"), map(str, [1]), zip("a", "b"), iter([])):
    print(run(x))
try:
    run(5)
except TypeError as error:
    print(error)
