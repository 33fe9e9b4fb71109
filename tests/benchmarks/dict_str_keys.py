# Reading and replacing values of a dict by str keys, as programs that count words do.
from _timing import report

N = 300_000
words = ['w%d' % i for i in range(100)]


def run():
    counts = {}
    for _ in range(N // 100):
        for word in words:
            counts[word] = counts.get(word, 0) + 1


report(run, N)
