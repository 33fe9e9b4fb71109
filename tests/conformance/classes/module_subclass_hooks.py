import types


class Module(types.ModuleType):
    def __setattr__(self, name, value):
        print("set", name)
        types.ModuleType.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delete", name)
        types.ModuleType.__delattr__(self, name)


module = Module("m")
module.x = 1
print(module.x)
del module.x
print(hasattr(module, "x"))

plain = types.ModuleType("plain")
plain.y = 2
plain.__class__ = Module
plain.y = 3
print(plain.y)
