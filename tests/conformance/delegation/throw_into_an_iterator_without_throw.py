def g():
    try:
        yield from [1, 2]
    except ValueError as error:
        print("caught at the yield from:", error)
        yield "after"
gen = g()
next(gen)
print(gen.throw(ValueError("v")))
print(list(gen))
