class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.name == other.name

table = {Key("a"): 1, Key("b"): 2}
table[Key("a")] = 3
print(len(table), table[Key("a")], table[Key("b")], Key("c") in table)
print({1: "int", 1.0: "float", True: "bool"}, {0.0: 1}[0], hash(2**61 - 1), hash(-1), hash(1.5) == hash(3 / 2))
