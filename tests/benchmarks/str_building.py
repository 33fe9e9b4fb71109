# A text made of many small ones, by += and by join.
from _timing import report

N = 100_000


def run():
    text = ''
    for i in range(N):
        text += 'ab'
    parts = []
    for i in range(N):
        parts.append('ab')
    return len(text) + len(''.join(parts))


report(run, 2 * N)
