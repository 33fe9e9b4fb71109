def g():
    try:
        next(me)
    except ValueError as error:
        print(error)
    yield 1
me = g()
print(next(me))
