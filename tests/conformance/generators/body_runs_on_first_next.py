def g():
    print("started")
    yield
    print("resumed")
gen = g()
print("made")
next(gen)
print("suspended")
print(list(gen))
