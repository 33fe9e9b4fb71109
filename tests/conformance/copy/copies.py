import copy


class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x


class S:
    __slots__ = ("a", "b")


class C:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


p = P([1, [2]])
q, r = copy.copy(p), copy.deepcopy(p)
print(q is p, q == p, q.x is p.x, r == p, r.x is p.x, r.x[1] is p.x[1])
s = S()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"), copy.copy(C()), copy.deepcopy([C()]))
loop = [1]
loop.append(loop)
made = copy.deepcopy(loop)
print(made[1] is made, made is not loop)
same = [[]] * 2
made = copy.deepcopy(same)
print(made[0] is made[1], made[0] is same[0])
t = (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, 2)) is not None, copy.deepcopy({1: {2}}), copy.copy({1, 2}), copy.deepcopy(bytearray(b"a")))
class L(list): pass
l = L([1, [2]])
l.name = [3]
m = copy.deepcopy(l)
print(type(m).__name__, m, m.name, m.name is l.name, copy.copy(l), copy.copy(1), copy.deepcopy(print) is print, copy.deepcopy(P) is P)
class D(dict): pass
d = D(a=[1])
print(copy.deepcopy(d), copy.copy(d)["a"] is d["a"], copy.deepcopy(range(3)), copy.deepcopy(1 + 2j))
