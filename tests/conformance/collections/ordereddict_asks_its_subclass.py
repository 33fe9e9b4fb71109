from collections import OrderedDict


class Telling(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key, end="; ")
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key, end="; ")
        super().__delitem__(key)

    def __getitem__(self, key):
        print("get", key, end="; ")
        return super().__getitem__(key)

    def __contains__(self, key):
        print("has", key, end="; ")
        return super().__contains__(key)

    def keys(self):
        print("keys", end="; ")
        return super().keys()

    def __missing__(self, key):
        return "missing"


telling = Telling(a=1)
telling.update(b=2)
print(telling.pop("a"), telling.popitem())
print(telling.setdefault("q", 1), telling.setdefault("q", 1))
print(telling.copy())
print(telling | {5: 6}, {7: 1} | telling)
print(Telling(telling), OrderedDict(telling), dict(telling))
print(Telling.fromkeys("z"))
print(telling["nothing"], telling.pop("nothing", 3))
telling.move_to_end("q")
telling |= {8: 1}
print(telling)
try:
    telling.pop("nothing")
except KeyError as error:
    print(repr(error))
