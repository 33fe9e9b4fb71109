from collections import OrderedDict, ChainMap
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, list(o), o.popitem(), o.popitem(last=False))
o["d"] = 4
o.move_to_end("d", last=False)
print(o, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict(a=1) == {"a": 1}, OrderedDict())
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain["a"], chain["b"], len(chain), sorted(chain), chain.new_child({"c": 4})["c"], chain.parents["a"], chain)
