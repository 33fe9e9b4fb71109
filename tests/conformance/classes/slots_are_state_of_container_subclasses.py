import copy
from collections import OrderedDict, deque


class Set(set):
    __slots__ = ("x", "y", "__dict__")


class Frozen(frozenset):
    __slots__ = ("x",)


class Queue(deque):
    __slots__ = ("x", "__dict__")


class Ordered(OrderedDict):
    __slots__ = ("x",)


for made in (Set([1]), Frozen([2]), Queue([3], 4), Ordered(a=5)):
    made.x = "slot"
    if hasattr(made, "__dict__"):
        made.z = "attribute"
    twin = copy.deepcopy(made)
    print(type(twin).__name__, twin == made, twin.x, getattr(twin, "z", None), hasattr(twin, "y"))
    print(made.__reduce__()[2])
