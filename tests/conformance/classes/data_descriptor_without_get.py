class Remember:
    def __set__(self, instance, value):
        instance.__dict__["a"] = value


class C:
    a = Remember()


c = C()
print(type(c.a).__name__)
c.a = 42
print(c.a)
