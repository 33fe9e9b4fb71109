# An `await` of a coroutine that does not suspend: a call in coroutine's clothes.
from _timing import report

N = 200_000


async def leaf(x):
    return x


async def main():
    s = 0
    for i in range(N):
        s += await leaf(i)
    return s


def run():
    c = main()
    try:
        c.send(None)
    except StopIteration as stop:
        return stop.value


report(run, N)
