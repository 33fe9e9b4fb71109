a = {"x": 1, "y": 2}
b = {"y": 2, "z": 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b), sorted(a.keys() ^ b.keys()))
print(a.items() & b.items(), sorted(a.items() - b.items()), a.keys().isdisjoint(["q"]))
print(a.keys() == {"x", "y"}, a.keys() < {"x", "y", "z"}, a.items() >= {("x", 1)}, ("x", 1) in a.items(), 2 in a.values())
print(a.keys(), a.values(), a.items(), list(reversed(a.items())))
keys = a.keys()
a["new"] = 0
print(keys, len(keys), keys.mapping["new"])
