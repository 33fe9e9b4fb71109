items = (1, 2, 3, 2)
print(items.count(2), items.index(3), items[1:], items[::-1], items + (4,), items * 2, () * 5)
print((1,), (), tuple("ab"), tuple([1, [2]]))
print(hash((1, 2)) == hash((1, 2)), hash((1, 2)) != hash((2, 1)), (1, 2) < (1, 2, 0))
for source in ("items.index(9)", "items[9]", "items['a']", "items + [1]", "hash(([],))", "items[0] = 1"):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
