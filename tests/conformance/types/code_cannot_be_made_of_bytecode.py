# expectation: the instruction set is PyCoro's own, so its bytes can be read but not written
import types


def f(a):
    return a


def g():
    return lambda: "x"


code = f.__code__
for make in (
    lambda: types.CodeType(1, 0, 0, 1, 1, 3, code.co_code, code.co_consts, (), ("a",), "f.py", "f", "f", 1, b"", b""),
    lambda: code.replace(co_code=b"\0\0"),
    lambda: g.__code__.replace(co_consts=(1,)),
    lambda: g.__code__.replace(co_consts=(1,) * len(g.__code__.co_consts)),
    lambda: code.replace(co_varnames=("a", "b")),
):
    try:
        make()
    except (NotImplementedError, AttributeError) as error:
        print(type(error).__name__, error)
print(code.replace(co_code=code.co_code) == code)
