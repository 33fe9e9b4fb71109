class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
    def __add__(self, o): return N(self.v + o.v) if isinstance(o, N) else NotImplemented
    def __radd__(self, o): return N(o + self.v)
    def __iadd__(self, o): self.v += o; return self
    def __eq__(self, o): return isinstance(o, N) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __neg__(self): return N(-self.v)
    def __matmul__(self, o): return "matmul"
class Sub(N):
    def __radd__(self, o): return "subclass first"
print(N(1) + N(2), 5 + N(1), N(1) + Sub(2), N(1) @ 2, -N(3))
n = N(1); n += 5
print(n, N(1) == N(1), N(1) != N(1), N(1) < N(2), N(2) > N(1))
for bad in (lambda: N(1) + "a", lambda: N(1) - 1, lambda: {N(1)}, lambda: N(1) <= N(2)):
    try:
        bad()
    except TypeError as error:
        print(error)
