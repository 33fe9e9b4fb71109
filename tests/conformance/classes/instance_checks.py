class Meta(type):
    def __instancecheck__(cls, obj): return obj == "magic"
    def __subclasscheck__(cls, sub): return sub is int
class A(metaclass=Meta): pass
print(isinstance("magic", A), isinstance("no", A), issubclass(int, A), issubclass(str, A))
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, (str, int)), isinstance(1, int | str))
for bad in (lambda: isinstance(1, 1), lambda: issubclass(1, int)):
    try:
        bad()
    except TypeError as error:
        print(error)
