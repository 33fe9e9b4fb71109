from functools import cached_property, partialmethod, singledispatch, singledispatchmethod, total_ordering, wraps

def loud(function):
    @wraps(function)
    def wrapper(*args):
        return function(*args).upper()
    return wrapper

@loud
def hello(name):
    "Says hello."
    return "hello " + name

print(hello("x"), hello.__name__, hello.__doc__, hello.__wrapped__("y"))

@total_ordering
class Version:
    def __init__(self, number):
        self.number = number
    def __eq__(self, other):
        return self.number == other.number
    def __lt__(self, other):
        return self.number < other.number

print(Version(1) <= Version(2), Version(1) >= Version(2), Version(2) > Version(1), Version(1) >= Version(1))

@singledispatch
def kind(value):
    return "object"

@kind.register
def _(value: int):
    return "int"

@kind.register(list)
def _(value):
    return "list"

print(kind(1), kind(True), kind([]), kind("a"), kind.dispatch(bool)(1))

class Lazy:
    @cached_property
    def value(self):
        print("computed")
        return 42
    @singledispatchmethod
    def show(self, value):
        return "any"
    @show.register
    def _(self, value: str):
        return "str"
    def set(self, name, value):
        return name, value
    on = partialmethod(set, value=True)

lazy = Lazy()
print(lazy.value, lazy.value, lazy.show(1), lazy.show("a"), lazy.on("light"))
