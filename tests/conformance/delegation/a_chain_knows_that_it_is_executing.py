def level(depth, inner):
    if depth:
        yield from level(depth - 1, inner)
    else:
        yield from inner


def inner():
    yield "before"
    for body in (root, middle):
        try:
            next(body)
        except ValueError as error:
            print(error)
    yield "after"


def top(body):
    yield from body


# The root is resumed while its innermost body runs; then while a body in the middle, resumed past it, does.
middle = level(3, inner())
root = top(middle)
print(next(root))
print(next(root))

middle = level(3, inner())
root = top(middle)
print(next(root))
print(next(middle))
