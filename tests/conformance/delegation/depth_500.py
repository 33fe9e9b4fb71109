def level(n):
    if n == 0:
        got = None
        for i in range(5):
            got = yield i, got
        return "bottom"
    result = yield from level(n - 1)
    return result
def main():
    print((yield from level(500)))
g = main()
print(next(g), g.send("a"), g.send("b"), next(g), g.send("c"))
try:
    next(g)
except StopIteration:
    print("end")
