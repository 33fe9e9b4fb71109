import gc
import weakref


class Thing:
    def method(self, other):
        return weakref.ref(other)


def down(depth, thing):
    return down(depth - 1, thing) if depth else weakref.ref(thing)


references = [down(30, Thing()), Thing().method(Thing())]
gc.collect()
print([reference() for reference in references])
