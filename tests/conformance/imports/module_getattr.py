import lazy
print(lazy.anything, lazy.known)
from lazy import other
print(other)
try:
    lazy.missing
except AttributeError as error:
    print(error)
try:
    import beside
    beside.nothing
except AttributeError as error:
    print(error)
