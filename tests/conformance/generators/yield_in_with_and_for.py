class M:
    def __enter__(self): print("enter")
    def __exit__(self, kind, *rest): print("exit", kind and kind.__name__)
def g():
    with M():
        for i in range(3):
            yield i
for x in g():
    print(x)
gen = g()
next(gen)
gen.close()
gen = g()
next(gen)
try:
    gen.throw(ValueError)
except ValueError:
    print("out")
