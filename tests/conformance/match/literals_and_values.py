class Colour:
    red = 1
def f(x):
    match x:
        case 0 | -1: return "zero or minus one"
        case Colour.red: return "red"
        case "text": return "text"
        case None: return "none"
        case True: return "true"
        case 1.5 | 2j | 3 + 4j: return "number"
        case _: return "other"
for x in (0, -1, 1, "text", None, True, 1.5, 2j, 3 + 4j, [], False):
    print(repr(x), f(x))
