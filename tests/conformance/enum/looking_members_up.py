# By value, by name, as attribute; _missing_ and what it may return.
from enum import Enum, IntEnum


class Color(Enum):
    RED = 1
    ROUGE = 1
    GREEN = [2]
    VERT = [2]


def attempt(text, **names):
    try:
        print(text, "->", eval(text, globals() | names))
    except Exception as error:
        print(text, "->", type(error).__name__, error, repr(None if error.__suppress_context__ else error.__context__))


attempt("Color(1), Color(True), Color(Color.RED), Color([2]), Color['ROUGE'], Color.VERT")
attempt("Color(3)")
attempt("Color({})")
attempt("Color()")
attempt("Color['BLUE']")
attempt("Color.BLUE")
attempt("Color.RED.BLUE")
attempt("Color.RED.GREEN")
attempt("Color.__members__")
attempt("list(Color), list(reversed(Color)), len(Color), bool(Color)")
attempt("Color._value2member_map_, Color._member_names_")
attempt("Color.RED in Color, IntEnum('Other', 'RED').RED in Color")
attempt("Enum(1)")


def missing(result):
    class Hooked(Enum):
        A = 1

        @classmethod
        def _missing_(cls, value):
            if isinstance(result, Exception):
                raise result
            return cls.A if result == "A" else result
    return Hooked


attempt("E(2)", E=missing("A"))
attempt("E(2)", E=missing(None))
attempt("E(2)", E=missing(5))
attempt("E(2)", E=missing(ZeroDivisionError("no")))
attempt("E(2)", E=missing(ValueError("no")))
