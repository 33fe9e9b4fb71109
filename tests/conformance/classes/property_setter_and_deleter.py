class Temperature:
    def __init__(self): self._c = 0
    @property
    def celsius(self):
        """In degrees."""
        return self._c
    @celsius.setter
    def celsius(self, value): self._c = value
    @celsius.deleter
    def celsius(self): print("deleted")
    @property
    def fixed(self): return 1
t = Temperature()
t.celsius = 20
print(t.celsius, Temperature.celsius.__doc__)
del t.celsius
for action in (lambda: setattr(t, "fixed", 2), lambda: delattr(t, "fixed")):
    try:
        action()
    except AttributeError as error:
        print(error)
