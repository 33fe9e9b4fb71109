from itertools import compress, dropwhile, takewhile, filterfalse, islice
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2, 5])), list(takewhile(lambda x: x < 3, [1, 3, 2])))
print(list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(5))))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 3)), list(islice(range(10), 1, 8, 3)))
iterator = iter(range(10))
list(islice(iterator, 3))
print(next(iterator))
for source in ("islice([], -1)", "islice([], 1, 2, 0)", "islice([])", "islice([], 'a')"):
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
