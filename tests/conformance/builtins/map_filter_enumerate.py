print(list(map(str, [1, 2])), list(map(pow, [2, 3], [4, 5, 6])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(enumerate("ab")), list(enumerate("ab", start=5)), list(enumerate("a", 10**30)), list(reversed(range(3))))
for source in ("map(1)", "list(map(None, [1]))", "filter(1, 2)", "enumerate(5)", "enumerate([1], 'a')", "reversed({1})", "reversed(5)", "next(5)", "iter(5)", "iter(5, 6)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
