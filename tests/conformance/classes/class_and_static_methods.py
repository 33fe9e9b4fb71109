class A:
    @classmethod
    def make(cls, *args): return cls.__name__, args
    @staticmethod
    def plain(*args): return args
    def normal(self): return "normal"
class B(A): pass
print(A.make(1), B().make(2), A.plain(1), A().plain(2))
print(A.normal(A()), A().normal.__self__.__class__.__name__, B.make.__self__.__name__)
print(A.__dict__["make"].__func__.__name__)
try:
    A.normal()
except TypeError as error:
    print(error)
