def g():
    yield from iter([1, 2, 3])
gen = g()
print(next(gen), gen.send(None))
try:
    gen.send("value")
except AttributeError as error:
    print(error)
class WithSend:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, value): return "send", value
    def throw(self, *args): return "throw", args[0]
    def close(self): print("close")
def h():
    yield from WithSend()
gen = h()
print(next(gen), gen.send(None), gen.send(1), gen.throw(ValueError))
gen.close()
