class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __len__(self): return 0
    def __contains__(self, k): return k == "in"
b = Box()
print(b[1], b[1:2], b[::3], b[1, 2:3], b[...])
b["x"] = 1
del b["x"]
print(bool(b), len(b), "in" in b, "out" in b)
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), 5 in Old())
