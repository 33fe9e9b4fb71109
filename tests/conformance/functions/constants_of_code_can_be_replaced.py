import marshal


def f(x):
    return x, 1.5, 2j, b"y", ..., True, x in {1, "a"}, lambda: x


def swap(code, old, new):
    return code.replace(co_consts=tuple(new if value == old else value for value in code.co_consts))


make = type(f)
changed = swap(f.__code__, 1.5, (7, "text"))
print(make(changed, globals())(1)[:-1])
again = marshal.loads(marshal.dumps(changed))
print(again == changed, make(again, globals())("a")[:-1], again.co_consts == changed.co_consts)
values = object()
kept = f.__code__.replace(co_consts=f.__code__.co_consts + (values,))
print(kept.co_consts[-1] is values)
try:
    marshal.dumps(kept)
except ValueError as error:
    print(error)
print(changed == f.__code__, hash(changed) == hash(again))
module = compile("x = 1\ny = 2\n", "m.py", "exec")
print(next(module.co_lines()), next(module.co_positions()))
