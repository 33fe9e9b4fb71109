import json


class Int(int):
    def __repr__(self):
        return "never"


class Text(str):
    def __str__(self):
        return "never"


class Items(dict):
    def items(self):
        return [("z", 1)]


class Iterated(list):
    def __iter__(self):
        return iter([9])


print(json.dumps([Int(3), {Int(3): 1}, Text("a"), {Text("b"): 1}]))
print(json.dumps(Items(a=2)), json.dumps(Items()), json.dumps(Iterated([1])), json.dumps(Iterated()))
print(json.dumps({1: 2, None: 3, True: 4, 2.5: 1}), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
