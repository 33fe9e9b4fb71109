# f-strings, % and format().
from _timing import report

N = 50_000


def run():
    length = 0
    for i in range(N):
        length += len(f'{i}: {i * 2:>8} {"x"!r}')
        length += len('%d: %s' % (i, 'x'))
        length += len('{}-{:.2f}'.format(i, 1.5))
    return length


report(run, 3 * N)
