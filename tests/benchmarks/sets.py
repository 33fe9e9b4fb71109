# Filling sets, asking them, and their operators.
from _timing import report

N = 200_000


def run():
    seen = set()
    for i in range(N):
        key = i % 5000
        if key not in seen:
            seen.add(key)
    return len(seen & set(range(1000))) + len(seen | {1, 2, 3})


report(run, N)
