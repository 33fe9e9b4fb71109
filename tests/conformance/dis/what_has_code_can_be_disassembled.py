import dis
import io


def names(x, **options):
    out = io.StringIO()
    dis.dis(x, file=out, **options)
    return [line for line in out.getvalue().splitlines() if line.startswith(("Disassembly", "Sorry"))]


class C:
    number = 1

    def method(self):
        pass

    @classmethod
    def make(cls):
        pass

    @staticmethod
    def plain():
        pass

    class Inner:
        def deep(self):
            pass


def outer():
    def inner():
        return lambda: 0


def without_address(lines):
    return [line if " at " not in line else line[:line.index(" at ")] for line in lines]


print(names(C))
print(names(C().method), names(C.make), names(len.__class__ and outer, depth=0))
print(without_address(names(outer)))
print(without_address(names(outer, depth=1)))
print(without_address(names("def f(): pass")))
print(names("1 + a"), names((x for x in ())))
for bad in 1, None.__class__, [], object(), len:
    try:
        print(names(bad))
    except TypeError as error:
        print(error)
try:
    dis.dis()
except RuntimeError as error:
    print(error)
