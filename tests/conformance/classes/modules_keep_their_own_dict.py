import types


class Base:
    pass


class Module(types.ModuleType, Base):
    @property
    def always(self):
        return "the property"


module = Module("spam")
descriptor = Base.__dict__["__dict__"]
module.x = 1
print(descriptor.__get__(module) is module.__dict__, module.__dict__["x"])
for change in (lambda: descriptor.__set__(module, {}), lambda: descriptor.__delete__(module)):
    try:
        change()
    except AttributeError as error:
        print(error)

# A data descriptor of the class goes before the module's dict.
module.__dict__["always"] = "the dict"
print(module.always)


class Odd(types.ModuleType):
    __dict__ = 8


print(Odd("odd").__dict__)
try:
    dir(Odd("odd"))
except TypeError as error:
    print(error)
