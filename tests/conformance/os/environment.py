# os.environ is a mapping of str that the process sees too.
import os

os.environ['PYCORO_B'] = 'ä'
print(os.getenv('PYCORO_B'), os.getenvb(b'PYCORO_B'), os.environb[b'PYCORO_B'], os.getenv('PYCORO_NO', 5))
print(os.system('test "$PYCORO_B" = ä') == 0)
del os.environ['PYCORO_B']
for call in (lambda: os.environ['PYCORO_B'], lambda: os.environ.pop('PYCORO_B'), lambda: os.environ.update({'a': 1}), lambda: os.environ.update({1: 'a'})):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(os.environ.setdefault('PYCORO_C', '1'), 'PYCORO_C' in os.environ, 'PYCORO_C' in (os.environ | {}), os.environ.pop('PYCORO_C'))
print(os.waitstatus_to_exitcode(os.system('exit 3')), os.name, os.sep, os.linesep == '\n', os.getpid() > 0)
