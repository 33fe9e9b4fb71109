def g():
    while True:
        try:
            got = yield "ready"
            print("got", got)
        except ValueError as error:
            print("caught", error)
            yield "from except"
        finally:
            print("finally")
gen = g()
print(next(gen))
print(gen.throw(ValueError("a")))
print(next(gen))
print(gen.throw(ValueError, "b"))
print(gen.throw(ValueError, ValueError("c")) if False else "skip")
try:
    gen.throw(KeyError("passes"))
except KeyError as error:
    print("out", error)
print(next(gen, "dead"))
