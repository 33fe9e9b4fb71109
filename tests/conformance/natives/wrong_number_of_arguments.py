# How a function written in C# words the error depends on how many arguments it may take.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

show(lambda: [].clear(1))
show(lambda: [].append())
show(lambda: [].append(1, 2))
show(lambda: [].insert(1))
show(lambda: [].insert(1, 2, 3))
show(lambda: [].pop(1, 2))
show(lambda: {}.get())
show(lambda: {}.get(1, 2, 3))
show(lambda: "".replace("a"))
show(lambda: "".split(1, 2, 3))
show(lambda: [].sort(1))
show(lambda: len())
show(lambda: len(1, 2))
show(lambda: isinstance(1))
show(lambda: getattr(1))
show(lambda: getattr(1, "a", 2, 3))
show(lambda: sum())
show(lambda: sum([], 1, 2))
show(lambda: pow(1))
show(lambda: dict.fromkeys())
show(lambda: str.maketrans())
