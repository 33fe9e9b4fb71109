# A hook takes entries of sys.path that it knows; the finder it gives is kept in sys.path_importer_cache.
import importlib.util
import sys


class Finder:
    def __init__(self, entry):
        self.entry = entry

    def find_spec(self, name, target=None):
        if name == 'inside':
            return importlib.util.spec_from_loader(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.entry = self.entry


def hook(entry):
    if not entry.startswith('archive:'):
        raise ImportError('not mine')
    print('hooked', entry)
    return Finder(entry)


sys.path_hooks.append(hook)
sys.path.append('archive:a')
import inside
print(inside.entry, type(sys.path_importer_cache['archive:a']).__name__)
