class Stack(list):
    def push(self, item):
        self.append(item)

stack = Stack([1])
stack.push(2)
print(stack, type(stack[:]).__name__, type(stack + [3]).__name__, stack == [1, 2], len(stack), Stack("ab"))
class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
table = Upper(a=1)
table["b"] = 2
table.update(c=3)
print(table, {**table}, dict(table), isinstance(table, dict))
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
pair = Pair(1, 2)
print(pair, type(pair).__name__, pair + (3,), hash(pair) == hash((1, 2)))
class Tags(set):
    pass
print(Tags([1]), Tags([1]) | {2}, type(Tags([1]) | {2}).__name__, type(Tags([1]).copy()).__name__)
