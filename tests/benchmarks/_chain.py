"""A chain of `yield from` of a given depth, for the cases that measure a switch through it."""


def bottom(n):
    for i in range(n):
        yield i


def level(n, depth):
    if depth == 0:
        yield from bottom(n)
    else:
        yield from level(n, depth - 1)


def chain(depth):
    # The frames are made once; so that only switches count there are many of them.
    n = max(20_000, 200_000 // depth)

    def run():
        for _ in level(n, depth - 1):
            pass

    return run, n
