import code
import sys

sys.stderr = sys.stdout
lines = iter(['x = 1', 'if x:', KeyboardInterrupt(), 'x', 'def f():', '  return x + 1', '', 'f()'])


def ask(prompt):
    try:
        answer = next(lines)
    except StopIteration:
        raise EOFError
    print(prompt, answer if isinstance(answer, str) else '^C', sep='')
    if isinstance(answer, BaseException):
        raise answer
    return answer


code.interact('hello', ask, {}, 'bye')
lines = iter(['1'])
sys.ps1 = 'own> '
code.interact(readfunc=ask, banner='', exitmsg='')
print(sys.ps1, sys.ps2)
lines = iter([])


class Console(code.InteractiveConsole):
    def raw_input(self, prompt=''):
        return ask(prompt)


Console().interact('')
