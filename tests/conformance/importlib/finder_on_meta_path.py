# A finder on sys.meta_path and its loader make a module out of nothing.
import importlib.util
import sys


class Dreamer:
    def find_spec(self, name, path=None, target=None):
        print('asked for', name, path, target)
        if name.startswith('dream'):
            return importlib.util.spec_from_loader(name, self, origin='nowhere')

    def create_module(self, spec):
        print('create', spec.name, spec.origin)
        return None

    def exec_module(self, module):
        print('exec', module.__name__, module.__spec__.name in sys.modules)
        module.answer = 42


sys.meta_path.insert(0, Dreamer())
import dream
print(dream, dream.answer, type(dream.__loader__).__name__, dream.__package__ == '')
try:
    import absent_module_of_no_name
except ModuleNotFoundError as error:
    print(error)
