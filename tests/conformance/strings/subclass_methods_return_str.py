# methods of a subclass give exact strings, whatever they do

class S(str):
    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text)
        self.extra = extra
        return self

    def shout(self):
        return self.upper() + "!"


s = S("abc", 5)
print(s, repr(s), s.extra, len(s), type(s).__name__, s.shout())
for result in (s.strip(), s[:], s + "", s.replace("x", "y"), s.lower(), str(s), s.format(), s * 1, s.join(["x"]), s.center(1)):
    print(type(result).__name__, repr(result))
print(s == "abc", hash(s) == hash("abc"), {s: 1}["abc"], isinstance(s, str), s < "abd")


class T(str):
    def __str__(self):
        return "told"

    def __repr__(self):
        return "shown"


t = T("text")
print(t, repr(t), str(t), f"{t}", f"{t!r}", "%s" % t, "{}".format(t), t + "")


class U(str):
    def __radd__(self, other):
        return "radd"

    def __rmod__(self, other):
        return "rmod"


print("a" + U("b"), "%s" % U("b"))


class Other:
    def __radd__(self, other):
        return ("radd", other)

    def __rmul__(self, other):
        return ("rmul", other)


print("a" + Other(), "a" * Other())
