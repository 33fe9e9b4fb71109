# An unbound method wants a receiver of its type.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class L(list):
    pass

show(lambda: list.append())
show(lambda: list.append(1))
show(lambda: list.append({}, 1))
show(lambda: list.append([]))
show(lambda: list.append(L(), 1))
show(lambda: str.split())
show(lambda: int.__add__())
show(lambda: int.__add__("a", 1))
show(lambda: int.__add__(True, 1))
show(lambda: int.__add__(1))
show(lambda: (1).__add__(1, 2))
show(lambda: (1).__neg__(1))
show(lambda: list.__init__())
show(lambda: dict.__dict__["fromkeys"](1))
show(lambda: dict.__dict__["fromkeys"](int))
show(lambda: dict.__dict__["fromkeys"](dict, "ab"))
show(lambda: int.real.__get__("a"))
