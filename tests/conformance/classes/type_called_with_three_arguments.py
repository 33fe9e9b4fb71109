A = type("A", (), {"x": 1, "get": lambda self: self.x})
B = type("B", (A,), {})
print(A, B().get(), B.__name__, B.__mro__[1] is A, A.__module__)
A.y = 5
print(B().y)
B.__name__ = "Renamed"
print(B)
