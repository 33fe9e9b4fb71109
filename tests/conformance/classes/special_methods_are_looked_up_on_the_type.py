class A:
    def __len__(self): return 3
a = A()
a.__len__ = lambda: 99
a.__call__ = lambda: "called"
print(len(a), a.__len__())
try:
    a()
except TypeError as error:
    print(error)
