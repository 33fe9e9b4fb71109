alias = list[int]
print(alias, alias.__origin__, alias.__args__, alias == list[int], hash(alias) == hash(list[int]), dict[str, list[int]], tuple[int, ...])
print(alias([1, 2]), alias.append is not None, isinstance(alias, type))
union = int | None
print(union, union.__args__, isinstance(3, union), isinstance(None, int | None), isinstance("", union), int | str == str | int)
print(issubclass(bool, int | str), int | int, list[int] | None, (int | str) | float)
class Child(list[int]):
    pass
print(Child.__bases__, Child.__orig_bases__)
for source in ("isinstance(1, list[int])", "issubclass(int, list[int])", "dict[str, int][int]"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
