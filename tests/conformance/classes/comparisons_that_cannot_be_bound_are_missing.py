class C:
    @property
    def broken(self):
        raise ZeroDivisionError("bound")

    __eq__ = __lt__ = __add__ = __contains__ = broken


a, b = C(), C()
print(a == b, a == a, a != b)
for action in (lambda: a < b, lambda: a + b, lambda: 1 in a):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
