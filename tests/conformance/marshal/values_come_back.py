import io
import marshal

shared = ["shared"]
loop = []
loop.append(loop)
VALUES = [
    None, True, False, ..., StopIteration, 0, -1, 2**31, -2**40, 2**100, 1.5, 1j, "a", "\u00e9", "x" * 300, "\ud800", b"ab",
    bytearray(b"q"), (), (1, 2), tuple(range(300)), [1, [2]], {1: 2, "k": [None]}, {1}, frozenset([1]), (shared, shared),
]
for value in VALUES:
    for version in range(5):
        back = marshal.loads(marshal.dumps(value, version))
        if type(back) is not type(value) and not isinstance(value, bytearray) or back != value:
            print("differs", version, value, back)
first, second = marshal.loads(marshal.dumps((shared, shared)))
print(first is second, marshal.version)
back = marshal.loads(marshal.dumps(loop))
print(back[0] is back)
file = io.BytesIO()
marshal.dump([1, "a"], file)
marshal.dump("next", file)
file.seek(0)
print(marshal.load(file), marshal.load(file))
code = marshal.loads(marshal.dumps(compile("print(sum(x * 2 for x in range(4)))", "f", "exec")))
exec(code)
for value in object(), int, [object()], type("Sub", (int,), {})():
    try:
        marshal.dumps(value)
    except ValueError as error:
        print(error)
