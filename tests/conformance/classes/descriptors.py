class Data:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
    def __get__(self, obj, cls=None):
        return ("get", obj is not None, cls.__name__)
    def __set__(self, obj, value):
        print("set", value)
    def __delete__(self, obj):
        print("delete")
class NonData:
    def __get__(self, obj, cls=None):
        return "non-data"
class A:
    d = Data()
    n = NonData()
a = A()
a.__dict__["d"] = "shadow"
a.__dict__["n"] = "shadow"
print(a.d, a.n, A.d, A.n)
a.d = 5
del a.d
