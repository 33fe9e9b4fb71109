def level(n):
    try:
        if n: yield from level(n - 1)
        else: yield "bottom"
    except GeneratorExit:
        print("exit", n)
        raise
    finally:
        print("finally", n)
g = level(3)
print(next(g))
g.close()
class HasClose:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): print("close called")
def h():
    try:
        yield from HasClose()
    finally:
        print("then finally")
g = h()
next(g)
g.close()
