class M:
    def __enter__(self): return self
    def __exit__(self, *args): raise ValueError("in exit")
try:
    with M():
        raise KeyError("in body")
except ValueError as error:
    print(repr(error), repr(error.__context__))
try:
    with M() as a.b:
        print("never")
except (NameError, ValueError) as error:
    print(repr(error), repr(error.__context__))
