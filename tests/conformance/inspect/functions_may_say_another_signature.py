import inspect


def func(*args, **kwargs):
    pass


for text in ("($self, a, b=1, *args, c, d=2, **kwargs)", "($self, a, b=1, /, *args, c)", "(self, a=1+2)",
             "(self, a=1,\nb=2,\n\n  c=3)"):
    func.__text_signature__ = text
    print(inspect.signature(func))
for text in ("(self, x=does_not_exist)", "(self, 123)"):
    func.__text_signature__ = text
    try:
        inspect.signature(func)
    except ValueError:
        print("ValueError")
