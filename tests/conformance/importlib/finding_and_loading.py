# importlib: finding a module without importing it, loading from a file, reloading.
import importlib
import importlib.util
import importlib.machinery
import os
import sys

folder = f'/tmp/pycoro-import-{os.getpid()}'
os.makedirs(folder + '/package')
with open(folder + '/plain.py', 'w') as file:
    file.write('value = 1\nprint("running", __name__)\n')
with open(folder + '/package/__init__.py', 'w') as file:
    file.write('from . import inner\n')
with open(folder + '/package/inner.py', 'w') as file:
    file.write('where = __package__\n')
sys.path.insert(0, folder)
spec = importlib.util.find_spec('plain')
print(spec.name, spec.origin[len(folder):], spec.parent, spec.submodule_search_locations, spec.has_location, 'plain' in sys.modules)
plain = importlib.import_module('plain')
plain.value = 2
print(importlib.reload(plain) is plain, plain.value)
print(importlib.import_module('.inner', 'package').where, importlib.import_module('package').__spec__.submodule_search_locations == [folder + '/package'])
spec = importlib.util.spec_from_file_location('other', folder + '/plain.py')
module = importlib.util.module_from_spec(spec)
print(spec.loader.exec_module(module), module.value, 'other' in sys.modules)
print(importlib.util.find_spec('nowhere'), importlib.util.resolve_name('..a', 'b.c.d'))
for call in (lambda: importlib.import_module('.a'), lambda: importlib.import_module('nowhere'), lambda: importlib.reload(1),
             lambda: importlib.util.resolve_name('...a', 'b'), lambda: importlib.util.find_spec('plain.a')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
for name in 'plain.py', 'package/__init__.py', 'package/inner.py':
    os.remove(f'{folder}/{name}')
import atexit
atexit.register(print, 'first registered')
atexit.register(print, 'last registered', end='!\n')
