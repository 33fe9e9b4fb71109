import codeop
import warnings

for source in ('', '# comment', '\n', 'x = 1', 'x = 1\n', 'if x:', 'if x:\n  pass', 'if x:\n  pass\n', 'if x:\n  pass\nelse:', 'def f():',
               'x = (', 'x = (\n1', 'x = (1]', '"""text', '"""text\n"""', '"text', 'x +', 'lambda', '@decorator', '@decorator\ndef f():\n  pass\n',
               'async def f():\n  await x', 'class A:\n  def f(self):\n    pass\n', 'try:\n  pass', 'a \\', 'x = 1; y = (', ')', 'for', 'return',
               'f"{', 'f"{x', 'with a, \\', 'match x:', 'match x:\n  case 1: pass\n', ' x', 'del f()', '0x', 'a b', 'print 5'):
    try:
        command = codeop.compile_command(source)
        print(repr(source), 'more' if command is None else 'whole')
    except SyntaxError as error:
        print(repr(source), error)

for source in ('1', '1 +', '(', '', 'x = 1', '1\n\n'):
    try:
        command = codeop.compile_command(source, symbol='eval')
        print(repr(source), 'more' if command is None else eval(command))
    except SyntaxError as error:
        print(repr(source), error)

compiler = codeop.CommandCompiler()
compiler('from __future__ import annotations')
command = compiler('def f(x: nothing): pass\n', '<here>')
exec(command)
print(f.__annotations__, command.co_filename)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    codeop.compile_command('1 is 1')
    print([str(each.message) for each in caught])
