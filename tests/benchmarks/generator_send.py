# A send() into a generator and the value back.
from _timing import report

N = 500_000


def echo():
    value = None
    while True:
        value = yield value


def run():
    g = echo()
    next(g)
    send = g.send
    for i in range(N):
        send(i)


report(run, N)
