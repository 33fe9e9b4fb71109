class Setter:
    def __set__(self, instance, value):
        type.__setattr__(instance, "kept", value)


class Meta(type):
    pass


class C(metaclass=Meta):
    pass


C.a = 42
Meta.a = Setter()
print(C.a)
C.a = 43
print(C.a, C.kept)
del Setter.__set__
C.a = 44
print(C.a)
