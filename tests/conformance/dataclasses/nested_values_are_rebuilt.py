from collections import OrderedDict, namedtuple
from dataclasses import asdict, astuple, dataclass, replace

Named = namedtuple("Named", "p q")


@dataclass(eq=True)
class Leaf:
    v: int


@dataclass
class Tree:
    one: Leaf
    many: list
    by_name: dict
    named: Named
    other: object = None


by_name = OrderedDict({"k": [Leaf(4)]})
tree = Tree(Leaf(1), [Leaf(2), (Leaf(3),)], by_name, Named(Leaf(5), 6))
print(asdict(tree))
print(astuple(tree))
print(asdict(Leaf(1), dict_factory=OrderedDict), astuple(Leaf(1), tuple_factory=list))
print(replace(tree, many=[]).many, replace(tree, many=[]).one is tree.one)
for act in (lambda: asdict(Leaf), lambda: astuple(1), lambda: replace(Leaf, v=1), lambda: replace(Leaf(1), w=2)):
    try:
        act()
    except TypeError as error:
        print(error)
