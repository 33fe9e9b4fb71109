from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, dict(d), d.get("c"), "c" in d, d | {"x": 1}, d.copy().default_factory is list)
e = defaultdict(int, a=1)
for letter in "banana":
    e[letter] += 1
print(e, defaultdict(None, {1: 2}))
try:
    defaultdict(None)["k"]
except KeyError as error:
    print(repr(error))
