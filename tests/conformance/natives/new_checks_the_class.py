# __new__ of a builtin type makes instances of that type only.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class I(int):
    pass

show(lambda: int.__new__())
show(lambda: int.__new__(1))
show(lambda: int.__new__(str))
show(lambda: int.__new__(bool))
show(lambda: int.__new__(I, 3) + 1)
show(lambda: type(int.__new__(I)))
show(lambda: str.__new__(int))
show(lambda: list.__new__(list, 1, 2, x=3))
show(lambda: object.__new__(int))
show(lambda: object.__new__(1))
