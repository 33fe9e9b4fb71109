class Custom(Exception):
    def __init__(self, code):
        super().__init__(code, "extra")
        self.code = code
    def __str__(self):
        return f"code {self.code}"
try:
    raise Custom(7)
except Custom as error:
    print(error, repr(error), error.args, error.code)
    print(error.__traceback__.tb_lineno, error.__traceback__.tb_frame.f_code.co_name, error.__traceback__.tb_next)
print(StopIteration(5).value, KeyError("x"), str(KeyError("x")), OSError(2, "no file", "name"), OSError(2, "x").errno)
print(Exception(), str(Exception()), Exception(1), Exception(1, 2), [Exception("a")])
print(SystemExit(3).code, UnicodeError.__mro__[1].__name__)
