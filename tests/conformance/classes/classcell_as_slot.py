class Base:
    def __init__(self):
        self.b = 42


class C(Base):
    __slots__ = ["__classcell__"]

    def __init__(self):
        super().__init__()


c = C()
print(c.b, type(C.__dict__["__classcell__"]).__name__, hasattr(c, "__classcell__"))
