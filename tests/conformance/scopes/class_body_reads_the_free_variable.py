def f():
    x = "enclosing"
    class A:
        y = x
        def get(self):
            return x
    return A
print(f().y, f()().get())
def g():
    x = "enclosing"
    class A:
        x = x + " then class"
    return A.x
try:
    print(g())
except NameError as error:
    print(error)
