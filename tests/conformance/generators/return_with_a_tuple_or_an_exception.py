def returning(value):
    return value
    yield


for value in None, 1, (), (1,), (1, 2), StopIteration(3), ValueError("v"):
    try:
        next(returning(value))
    except StopIteration as stop:
        print(repr(value), stop.args, repr(stop.value))


def delegating(value):
    print("got", repr((yield from returning(value))))


for value in None, (1, 2), StopIteration(3):
    list(delegating(value))
