# What the module symtable reads: every block with its names, and what each name is.
import _symtable


def show(block, depth=0):
    print("  " * depth + block.name, block.type, block.lineno, block.nested, block.varnames, block.symbols)
    for child in block.children:
        show(child, depth + 1)


show(_symtable.symtable("""\
import a.b
x: int = 1
def f(p, *q, r=1, **s):
    global g
    def h():
        nonlocal p
        return p + missing
    return [i for i in p]
class C:
    __private = 1
    def m(self): return __class__, __private
lambda: (yield)
""", "f.py", "exec"))
