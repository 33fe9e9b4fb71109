# Variables that are not local: globals, builtins, and those of an enclosing function.
from _timing import report

N = 300_000
step = 1
total = 0


def counter():
    count = 0

    def advance():
        nonlocal count
        count += step
        return count

    return advance


def run():
    global total
    advance = counter()
    for i in range(N):
        total = total + step
        advance()
        abs(i)


report(run, 3 * N)
