import weakref


class Finalised:
    def __del__(self):
        print("__del__")


class Plain:
    pass


def gen():
    try:
        yield
    finally:
        print("finally")


finalised = Finalised()
del finalised
print("deleted")
plain = Plain()
reference = weakref.ref(plain, lambda dead: print("callback"))
del plain
print("deleted", reference())
suspended = gen()
next(suspended)
del suspended
print("deleted")


def inside_a_function():
    local, captured = Finalised(), Finalised()
    del local
    print("deleted local")

    def use():
        return captured

    del captured
    print("deleted captured")


inside_a_function()
