# arithmetic leaves the subclass, methods may be overridden
class Meters(float):
    def __repr__(self):
        return f"Meters({float(self)!r})"

    def __add__(self, other):
        return Meters(float(self) + float(other))


class Even(int):
    def __new__(cls, value):
        return super().__new__(cls, value // 2 * 2)

    def __radd__(self, other):
        return "radd"


class Z(complex):
    pass


m = Meters("2.5")
print(m, m + 1, m * 2, type(m * 2).__name__, m == 2.5, hash(m) == hash(2.5), f"{m:.3f}")
e = Even(7)
print(e, type(e).__name__, e + 1, 1 + e, e.real, type(e.real).__name__, [0, 1, 2, 3, 4, 5, 6][e], e == 6, {6: "x"}[e])
e.note = "has a dict"
print(e.note, e.__dict__)
z = Z(1, 2)
print(z, type(z).__name__, type(z + 1).__name__, z.imag, z == 1 + 2j, abs(Z(3, 4)))
print(isinstance(m, float), issubclass(Even, int), Even.from_bytes(b"\x07", "big"), Meters.fromhex("0x1p3"))
print(divmod(Even(9), 5), float(Even(9)), complex(Z(1, 2)), int(Meters(3.7)), round(Meters(3.7)))
