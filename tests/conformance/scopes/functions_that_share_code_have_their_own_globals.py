import types

code = compile("def get():\n    return x, len([0])", "shared", "exec")


def module(value):
    names = {"x": value}
    exec(code, names)
    return names["get"]


one, two = module(1), module(2)
for _ in range(3):
    print(one(), two())


def read():
    return y


first = types.FunctionType(read.__code__, {"y": "first"})
second = types.FunctionType(read.__code__, {"y": "second"})
print(first(), second(), first(), second())

# A global hides a builtin, for its own functions only.
names = {}
exec("def size():\n    return len('abc')", names)
other = types.FunctionType(names["size"].__code__, {"len": lambda text: "own"})
print(names["size"](), other(), names["size"](), other())
names["len"] = lambda text: "hidden"
print(names["size"](), other())
del names["len"]
print(names["size"](), other())
