# expectation: no object has an address here: hash() of plain objects is no part of id() (docs/differences.md).
values = [object(), object(), 5, 1.5, "text", None]
print(all(id(value) == id(value) for value in values), len({id(value) for value in values[:2]}))
print(hash(values[0]) == id(values[0]) >> 4, hash(values[0]) == hash(values[0]))
