"""A chain of `yield from` of a given depth, for the cases that measure a switch through it."""


def bottom():
    i = 0
    while True:
        yield i
        i += 1


def level(depth):
    if depth == 0:
        yield from bottom()
    else:
        yield from level(depth - 1)


def chain(depth):
    # The frames are made once, before the time is taken: only switches count.
    n = max(20_000, 200_000 // depth)
    items = level(depth - 1)
    next(items)

    def run():
        left = n
        for _ in items:
            left -= 1
            if left == 0:
                break

    return run, n
