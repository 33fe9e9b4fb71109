import itertools


def show(iterator):
    print([part if isinstance(part, (tuple, int, str, type)) else type(part).__name__ for part in iterator.__reduce__()[2:]],
          iterator.__reduce__()[0].__name__, len(iterator.__reduce__()[1]))


for make in (
    lambda: itertools.cycle([1, 2]),
    lambda: itertools.product("ab", "cd"),
    lambda: itertools.combinations("abc", 2),
    lambda: itertools.permutations("abc", 2),
    lambda: itertools.combinations_with_replacement("abc", 2),
    lambda: itertools.accumulate([1, 2, 3]),
    lambda: itertools.dropwhile(bool, [1, 0, 2]),
    lambda: itertools.takewhile(bool, [1, 1, 2]),
    lambda: itertools.islice("abcdef", 1, None, 2),
    lambda: itertools.zip_longest("ab", "c", fillvalue=0),
    lambda: itertools.groupby("aab"),
    lambda: itertools.repeat(7, 4),
    lambda: itertools.count(1.5, 2),
):
    iterator = make()
    print(type(iterator).__name__)
    show(iterator)
    next(iterator)
    show(iterator)
