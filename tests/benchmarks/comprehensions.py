# Comprehensions of all kinds.
from _timing import report

N = 100_000


def run():
    squares = [i * i for i in range(N)]
    table = {i: i + 1 for i in range(N)}
    odd = {i for i in squares if i % 2}
    return len(squares) + len(table) + len(odd) + sum(i for i in range(N))


report(run, 4 * N)
