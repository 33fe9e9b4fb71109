# What a loader raises leaves the module out of sys.modules; loaders and finders say what they cannot do.
import importlib.machinery
import importlib.util
import sys


class Failing:
    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self) if name == 'failing' else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        raise RuntimeError('in the middle')


sys.meta_path.append(Failing())
try:
    import failing
except RuntimeError as error:
    print(error, 'failing' in sys.modules)
for call in (lambda: importlib.machinery.SourceFileLoader('a', 'a.py').get_filename('b'),
             lambda: importlib.machinery.BuiltinImporter.get_code('a'),
             lambda: importlib.machinery.FileFinder.path_hook()('no such folder')):
    try:
        call()
    except ImportError as error:
        print(error, '|', error.name, '|', error.path)
print(importlib.machinery.BuiltinImporter.find_spec('sys'), importlib.machinery.FrozenImporter.find_spec('no_such'))
