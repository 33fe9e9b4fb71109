import itertools

for make in (lambda: itertools.chain("ab"), lambda: itertools.cycle("ab"), lambda: itertools.product("ab", "cd"),
             lambda: itertools.combinations("abc", 2), lambda: itertools.permutations("abc", 2),
             lambda: itertools.islice("abc", 2), lambda: itertools.groupby("ab"), lambda: iter(b"abc")):
    for state in (None, (), (1,), (1, 2), "x", (99, 99), (-5, -5), 5, -5):
        iterator = make()
        try:
            iterator.__setstate__(state)
            print(type(iterator).__name__, state, list(itertools.islice(iterator, 3)))
        except Exception as error:
            print(type(iterator).__name__, state, type(error).__name__, error)
