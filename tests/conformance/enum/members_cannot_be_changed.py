# Members are neither reassigned nor deleted, an enumeration with members is not extended.
from enum import Enum, Flag


class Color(Enum):
    RED = 1


def attempt(text):
    try:
        exec(text, globals())
        print(text, "done")
    except Exception as error:
        print(text, "->", type(error).__name__, error)


attempt("Color.RED = 2")
attempt("del Color.RED")
attempt("del Color.BLUE")
attempt("Color.RED.name = 'x'")
attempt("Color.RED.value = 5")
attempt("del Color.RED.value")
attempt("Color.other = 3; print(Color.other, Color.RED.other)")
attempt("Color.RED.note = 3; print(Color(1).note)")
attempt("class More(Color): pass")
attempt("class More(Color): BLUE = 2")
attempt("Flag('More', 'a')('Again', 'b')")
attempt("class Wrong(Enum, str): A = 'a'")
attempt("class Bad(Enum, boundary=1, other=2): A = 1")
