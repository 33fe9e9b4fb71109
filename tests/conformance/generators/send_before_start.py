def g():
    got = yield 1
    print("got", got)
    yield 2
gen = g()
try:
    gen.send(5)
except TypeError as error:
    print(error)
print(gen.send(None), gen.send(5))
