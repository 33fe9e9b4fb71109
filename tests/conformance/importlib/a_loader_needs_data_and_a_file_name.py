from importlib import abc, util
import sys


class Memory(abc.SourceLoader):
    files = {"memory:a.py": b"# coding: latin-1\nname = __name__\ntext = '\xe9'\r\n", "memory:p/__init__.py": b"here = __path__\n"}

    def get_filename(self, fullname):
        for path in f"memory:{fullname}.py", f"memory:{fullname}/__init__.py":
            if path in self.files:
                return path
        raise ImportError(f"no {fullname}", name=fullname)

    def get_data(self, path):
        try:
            return self.files[path]
        except KeyError:
            raise OSError("not there") from None


loader = Memory()
spec = util.spec_from_loader("a", loader)
print(spec.origin, spec.has_location, spec.submodule_search_locations, loader.is_package("a"), loader.is_package("p"))
module = util.module_from_spec(spec)
loader.exec_module(module)
print(module.name, module.text, repr(loader.get_source("a")))
print(loader.get_code("a").co_filename, util.spec_from_loader("p", loader).submodule_search_locations)
for call in lambda: loader.get_source("none"), lambda: loader.path_stats("x"), lambda: loader.path_mtime("x"), lambda: abc.Loader().load_module("x"):
    try:
        call()
    except (ImportError, OSError) as error:
        print(type(error).__name__, error)
print(loader.set_data("x", b""), abc.Loader().create_module(spec))
for interface in abc.MetaPathFinder, abc.PathEntryFinder, abc.SourceLoader, abc.ResourceLoader:
    print(interface.__name__, sorted(interface.__abstractmethods__))
from importlib import machinery
print(issubclass(machinery.SourceFileLoader, abc.SourceLoader), issubclass(machinery.PathFinder, abc.MetaPathFinder),
      issubclass(machinery.BuiltinImporter, abc.InspectLoader), issubclass(machinery.FileFinder, abc.PathEntryFinder))
try:
    loader.load_module("none")
except ImportError as error:
    print(error, "none" in sys.modules)
