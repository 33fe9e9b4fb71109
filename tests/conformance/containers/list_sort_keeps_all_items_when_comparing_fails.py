items = [3, "a", 1, None, 2] * 20
try:
    items.sort()
except TypeError as error:
    print(error)
print(len(items), items.count("a"), items.count(None), items.count(3))
