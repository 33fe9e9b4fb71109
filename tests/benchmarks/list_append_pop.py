# A list as a stack.
from _timing import report

N = 300_000


def run():
    stack = []
    for i in range(N):
        stack.append(i)
    while stack:
        stack.pop()


report(run, 2 * N)
