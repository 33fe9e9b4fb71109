items = list(range(10))
items[2:5] = "ab"
print(items)
items[::2] = [0] * 5 if len(items[::2]) == 5 else [0] * len(items[::2])
print(items)
items[1:1] = items
print(items)
items[-3:] = []
print(items)
items[8:2] = [99]
print(items)
del items[::3]
print(items)
del items[::-2]
print(items)
items[:] = ()
print(items)
