# Arguments are converted by __index__ and __float__, or must be of a type.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class Three:
    def __index__(self):
        return 3

class Broken:
    def __index__(self):
        return "3"

show(lambda: "ab".center(Three(), "-"))
show(lambda: "".center("x"))
show(lambda: "".center(1.0))
show(lambda: "".center(Broken()))
show(lambda: "".center(10 ** 30))
show(lambda: [].insert("a", 1))
show(lambda: "".encode(1))
show(lambda: "".encode("utf-8", None))
show(lambda: "".replace(1, "b"))
show(lambda: "".replace("a", 2))
show(lambda: (1).__format__(1))
show(lambda: "a b c d".split(None, True))
show(lambda: chr(10 ** 30))
