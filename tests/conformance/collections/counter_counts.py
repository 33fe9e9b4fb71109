from collections import Counter
c = Counter("abracadabra")
print(c, c.most_common(2), c["zz"], c.total(), sorted(c.elements())[:3], Counter(a=3) - Counter(a=1, b=2), Counter(a=1) + Counter(a=2, b=1))
c.update("aaa")
c.subtract(Counter(b=5))
print(c, +c, Counter(a=1) <= Counter(a=2), Counter(a=1, b=0) == Counter(a=1), Counter(a=3) & Counter(a=1), Counter(a=1) | Counter(b=2))
del c["nothing"]
print(Counter(), Counter([1, 1, 2]), Counter({"x": 2}).copy())
