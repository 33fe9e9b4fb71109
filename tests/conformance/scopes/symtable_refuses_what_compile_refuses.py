import _symtable

for source, mode in [("def f(a, a): pass", "exec"), ("(", "exec"), ("nonlocal x", "exec"), ("x = 1", "eval"), ("x", "other"), (1, "exec")]:
    try:
        _symtable.symtable(source, "f.py", mode)
    except Exception as error:
        print(type(error).__name__, getattr(error, "msg", error), getattr(error, "lineno", None), getattr(error, "filename", None))
block = _symtable.symtable("x", "f.py", "eval")
try:
    block.name = "other"
except AttributeError as error:
    print(error)
print(block.children is block.children, block.id == block.id, repr(block).replace(str(block.id), "..."))
