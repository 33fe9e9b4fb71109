x = []
for _ in range(100_000):
    x = [x]
try:
    repr(x)
except RecursionError as error:
    print(type(error).__name__)
try:
    x == [x]
except RecursionError as error:
    print(type(error).__name__)
y = []
y.append(y)
print(y, [1, y])
d = {}
d["self"] = d
print(d)
