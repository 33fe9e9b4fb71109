class A:
    def __getattr__(self, name):
        return "made " + name
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("delete", name)
        super().__delattr__(name)
a = A()
a.x = 1
print(a.x, a.y)
del a.x
print(a.x)
class B:
    def __getattribute__(self, name):
        if name == "known": return 1
        raise AttributeError("no " + name)
print(B().known, getattr(B(), "other", "default"), hasattr(B(), "x"))
