class M:
    def __init__(self, name, swallow=False): self.name = name; self.swallow = swallow
    def __enter__(self): print("enter", self.name); return self.name.upper()
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow
with M("a") as a, M("b") as b:
    print(a, b)
with (M("c") as c, M("d", swallow=True)):
    raise ValueError("in body")
print("swallowed")
def f():
    with M("e"):
        return "returned"
print(f())
for i in range(2):
    with M("loop"):
        if i == 0: continue
        break
try:
    with M("outer"):
        with M("inner"):
            raise KeyError("k")
except KeyError as error:
    print("caught", error)
