import copy
import itertools

for make in (
    lambda: itertools.chain([1, 2], [3], [4]),
    lambda: itertools.cycle([1, 2, 3]),
    lambda: itertools.product("ab", "cd"),
    lambda: itertools.combinations("abcd", 2),
    lambda: itertools.permutations("abc", 2),
    lambda: itertools.accumulate([1, 2, 3, 4]),
    lambda: itertools.accumulate([1, 2], initial=5),
    lambda: itertools.islice("abcdefg", 1, None, 2),
    lambda: itertools.zip_longest("abc", "d"),
    lambda: itertools.tee("abcd")[0],
    lambda: iter(range(5)),
    lambda: iter(range(2 ** 70, 2 ** 70 + 4)),
    lambda: iter(b"abc"),
    lambda: reversed([1, 2, 3]),
    lambda: enumerate("abc"),
):
    iterator = make()
    next(iterator)
    twin = copy.deepcopy(iterator)
    print(type(iterator).__name__, list(itertools.islice(twin, 6)) == list(itertools.islice(iterator, 6)))
