def gen():
    for attempt in (
        lambda: next(g),
        lambda: g.send(1),
        lambda: g.throw(KeyError),
        lambda: g.close(),
        lambda: list(g),
    ):
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
    yield "done"


g = gen()
print(next(g))
