def plain():
    yield


def delegating():
    yield from plain()


def catching():
    try:
        yield
    except StopIteration as stop:
        return stop.value


for body in plain, delegating, catching:
    g = body()
    next(g)
    try:
        g.throw(StopIteration(7))
    except BaseException as error:
        print(body.__name__, repr(error), "cause", repr(error.__cause__), error.__suppress_context__)
