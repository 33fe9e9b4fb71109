import gc
import os
import warnings

folder = os.path.join(os.environ.get('TMPDIR', '/tmp'), f'forgotten-{os.getpid()}')
os.mkdir(folder)
path = os.path.join(folder, 'file')
warnings.simplefilter('ignore')
open(path, 'w').write('text')
gc.collect()
with open(path) as file:
    print(file.read())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    open(path, 'wb').write(b'bytes')
    gc.collect()
print([str(warning.message).replace(path, 'PATH') for warning in caught], caught[0].category.__name__)
with open(path) as file:
    print(file.read())
descriptor = os.open(path, os.O_RDONLY)
open(descriptor, closefd=False)
gc.collect()
print(os.read(descriptor, 3))
os.close(descriptor)
os.remove(path)
os.rmdir(folder)
