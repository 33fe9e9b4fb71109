from importlib import abc, util
import sys
import types


class Talking(abc.Loader):
    def __init__(self, code):
        self.code = code

    def exec_module(self, module):
        print("runs", module.__name__)
        exec(self.code, module.__dict__)


def lazy(name, code):
    spec = util.spec_from_loader(name, util.LazyLoader(Talking(code)))
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


module = lazy("one", "x = 1\ny = 2\n")
print(type(module).__name__, isinstance(module, types.ModuleType))
module.y = 3
print(module.x, module.y, type(module).__name__)
module = lazy("two", "x = 1\n")
del module.x
print(hasattr(module, "x"))
sys.modules["three"] = module = lazy("three", "import sys\nsys.modules[__name__] = 5\n")
try:
    module.x
except ValueError as error:
    print(error)
try:
    util.LazyLoader(object())
except TypeError as error:
    print(error)
