for what in (1, "text", object, int):
    try:
        raise what
    except TypeError as error:
        print(error)
try:
    raise ValueError
except ValueError as error:
    print(repr(error))
class Odd(Exception):
    def __new__(cls): return 5
try:
    raise Odd
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except "text":
        pass
except TypeError as error:
    print(error)
