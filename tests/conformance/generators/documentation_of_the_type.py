import types

for name in "send", "throw", "close", "__iter__", "__next__", "__del__":
    print(name, type(getattr(types.GeneratorType, name)).__name__, getattr(types.GeneratorType, name).__doc__)
for name in "gi_frame", "gi_running", "gi_suspended", "gi_yieldfrom", "gi_code", "__name__", "__qualname__":
    print(name, type(types.GeneratorType.__dict__[name]).__name__, types.GeneratorType.__dict__[name].__doc__)
try:
    types.GeneratorType()
except TypeError as error:
    print(error)
try:
    class Derived(types.GeneratorType):
        pass
except TypeError as error:
    print(error)
