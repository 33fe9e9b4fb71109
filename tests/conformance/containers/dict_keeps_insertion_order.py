table = {"b": 1, "a": 2}
table["c"] = 3
del table["b"]
table["b"] = 4
table["a"] = 5
print(table, list(table), list(reversed(table)))
print(table.popitem(), table.popitem(), table)
table.update([("x", 1)], y=2)
print(table, table | {"a": 0}, {"z": 1} | table)
table |= [("k", "v")]
print(table, table.setdefault("k", 0), table.setdefault("n"), table.get("q"), table.get("q", 7))
print(table.pop("k"), table.pop("k", None), dict.fromkeys("ab", 0), dict([[1, 2]], **{"a": 3}))
