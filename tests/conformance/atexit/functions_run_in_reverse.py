# The last registered function runs first; what is registered then comes too late.
import atexit


def late():
    print("late")


class Stubborn:
    def __eq__(self, other):
        raise ValueError("do not compare me")


atexit.register(print, "first registered")
atexit.register(print, "arguments", "of all", sep="|", end="!\n")


@atexit.register
def decorated():
    print("decorated")
    atexit.register(late)


atexit.register(late)
atexit.register(late)
atexit.unregister(late)
for function in (5, None):
    try:
        atexit.register(function)
    except TypeError as error:
        print(error)
try:
    atexit.register()
except TypeError as error:
    print(error)
try:
    atexit.unregister(Stubborn())
except ValueError as error:
    print(error)
print(decorated.__name__)
