import operator
from operator import attrgetter, itemgetter, methodcaller
print(operator.add(1, 2), operator.mul("a", 3), operator.contains([1], 1), operator.not_(0), operator.index(True), operator.is_(None, None), operator.floordiv(7, 2), operator.matmul.__name__)
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), attrgetter("real")(3), attrgetter("real", "imag")(1 + 2j), methodcaller("upper")("a"), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(itemgetter(1, 2), attrgetter("a.b"), methodcaller("f", 1, x=2), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"), operator.length_hint(iter([1, 2])), operator.length_hint(5, 7) if False else "")
items = [1]
print(operator.iadd(items, [2]), items, operator.concat([1], [2]), operator.setitem(items, 0, 5), items)
