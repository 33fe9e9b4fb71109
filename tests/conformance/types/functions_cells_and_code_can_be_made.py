import types


def f(a, b=2, *, c=3):
    "doc"
    x = 1
    return a, b, c, x


def outer():
    y = 1
    def inner():
        return y
    return inner


code = f.__code__


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'types.FunctionType(code, {}, "g", (5,), None).__defaults__',
    'types.FunctionType(code, {}, "g").__name__',
    'types.FunctionType(1, {})',
    'types.FunctionType(code, 1)',
    'types.FunctionType(code, {}, 1)',
    'types.FunctionType(code, {}, None, 1)',
    'types.FunctionType(outer().__code__, {})',
    'types.FunctionType(outer().__code__, {}, None, None, (1,))',
    'types.FunctionType(outer().__code__, {}, None, None, (types.CellType(7),))()',
    'types.CellType().cell_contents',
    'types.CellType(3).cell_contents, types.CellType(1) == types.CellType(1), types.CellType() < types.CellType(1)',
    'code.replace(co_name="z").co_name, code.replace(co_filename="w").co_filename, code.replace(co_firstlineno=9).co_firstlineno',
    'code.replace(co_varnames=("p", "q", "r", "s")).co_varnames',
    'types.FunctionType(code.replace(co_consts=tuple("D" if c == "doc" else 42 if c == 1 else c for c in code.co_consts)), {})(0, 0, c=0)',
    'code.replace(co_argcount=9)',
    'code.replace(co_argcount=-1)',
    'code.replace(co_nlocals=1)',
    'code.replace(co_varnames=1)',
    'code.replace(co_name=1)',
    'code.replace(foo=1)',
    'code.replace() == code, code.replace(co_name="z") == code, code.replace(co_name="f") == code, hash(code) == hash(code.replace())',
    'compile("1 + 1", "", "eval") == compile("1 + 1", "", "eval"), compile("1", "", "eval") == compile("1.0", "", "eval")',
    'types.MethodType(f)',
    'types.MethodType(f, None)',
    'types.MethodType(1, 2)',
    'types.SimpleNamespace(a=1) < types.SimpleNamespace(a=1)',
    'hash(types.MappingProxyType({}))',
    'types.CodeType()',
]:
    show(text)
