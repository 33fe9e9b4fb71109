# stderr: ignored
import sys
def show(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, "|", error, "|", repr(error), error.args)
show(lambda: 1 / 0)
show(lambda: 1 // 0)
show(lambda: 1 % 0)
show(lambda: 1.0 / 0)
show(lambda: {}["k"])
show(lambda: {}[(1, 2)])
show(lambda: [][0])
show(lambda: ()[5])
show(lambda: "a"[3])
show(lambda: [1]["a"])
show(lambda: None + 1)
show(lambda: "a" + 1)
show(lambda: [] + ())
show(lambda: 1 < "a")
show(lambda: None.x)
show(lambda: int("x"))
show(lambda: int("12", 99))
show(lambda: float("x"))
show(lambda: iter(5))
show(lambda: next(iter([])))
show(lambda: len(5))
show(lambda: [].index(1))
show(lambda: [].remove(1))
show(lambda: (1).real())
show(lambda: {[]: 1})
show(lambda: 5[0])
def f(): (a, b) = 1, 2, 3
show(f)
def f(): (a, b) = [1]
show(f)
def f(): (a, *b, c) = [1]
show(f)
def f(): a, b = 5
show(f)
def f(): assert 1 == 2, "reason"
show(f)
def f(): assert False
show(f)
def f(): (1).x = 2
show(f)
def f(): 5[0] = 1
show(f)
def f(): del [][0]
show(f)
