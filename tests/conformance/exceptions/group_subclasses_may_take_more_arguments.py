class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        group = super().__new__(cls, message, exceptions)
        group.code = code
        return group

    def derive(self, exceptions):
        return Coded(self.message, exceptions, self.code)


group = Coded("m", [ValueError(1), Coded("n", [TypeError(2)], 8)], 7)
group.__notes__ = 5
print(group.args, group.code, group)
match, rest = group.split(TypeError)
print(repr(match), match.code, match.exceptions[0].code, hasattr(match, "__notes__"))
print(repr(rest), rest.code)
print(ExceptionGroup[int])
