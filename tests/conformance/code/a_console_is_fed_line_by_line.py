import code
import sys

sys.stderr = sys.stdout

console = code.InteractiveConsole({'given': 5})
for line in ('given', 'x = given + 1', 'if x:', '    print(x)', '', 'def f(', '):', '  raise KeyError(x)', '', 'f()', '1 +', 'x', '_',
             'try:', '  f()', 'except KeyError as e:', '  raise ValueError from e', ''):
    print('>', repr(line))
    if console.push(line):
        print('more', len(console.buffer))
print(sorted(console.locals))
print(sys.last_type, sys.last_value, sys.last_traceback.tb_next.tb_lineno)
try:
    console.push('raise SystemExit(3)')
except SystemExit as error:
    print('exit', error)
console.resetbuffer()


def hook(kind, error, traceback):
    print('hook', kind, error, traceback is not None)


sys.excepthook = hook
console.push('1/0')
console.push('1 1')
interpreter = code.InteractiveInterpreter()
print(interpreter.runsource('x = 5'), interpreter.runsource('if 1:'), interpreter.runsource('1 1', 'file.py'))
print(sorted(interpreter.locals), interpreter.locals['__name__'], interpreter.locals['__doc__'])
interpreter.write('written\n')
