"""
The opcodes of the virtual machine: names, numbers, and what their operands mean. They are PyCoro's own; the table comes
from the compiler, so that it is always the one that code was compiled with.
"""

import _opcode
from _opcode import HAVE_ARGUMENT, stack_effect

__all__ = ["cmp_op", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "opname", "opmap",
           "HAVE_ARGUMENT", "EXTENDED_ARG", "hasnargs", "stack_effect"]

cmp_op = ('<', '<=', '==', '!=', '>', '>=')

_table = _opcode.table()

# Numbers that no opcode has are named after themselves.
opname = [row[0] for row in _table] + [f'<{number}>' for number in range(len(_table), 256)]
# What only the virtual machine writes is no instruction that code consists of, apart from the prefix.
opmap = {name: number for number, (name, _, rewritten) in enumerate(_table) if not rewritten or name == 'EXTENDED_ARG'}
EXTENDED_ARG = opmap['EXTENDED_ARG']


def _with_operand(kind):
    return [opmap[name] for name, operand, _ in _table if operand == kind and name in opmap]


hasconst = _with_operand('const')
hasname = _with_operand('name')
haslocal = _with_operand('local')
hasfree = _with_operand('cell')
hasjabs = _with_operand('target')
hasjrel = []
hascompare = [opmap['COMPARE_OP']]
hasnargs = []

# The operand of BINARY_OP: its name and how it is written.
_nb_ops = [(f'NB_{prefix}{name}', sign + suffix)
           for prefix, suffix in (('', ''), ('INPLACE_', '='))
           for name, sign in (('ADD', '+'), ('AND', '&'), ('FLOOR_DIVIDE', '//'), ('LSHIFT', '<<'), ('MATRIX_MULTIPLY', '@'),
                              ('MULTIPLY', '*'), ('REMAINDER', '%'), ('OR', '|'), ('POWER', '**'), ('RSHIFT', '>>'),
                              ('SUBTRACT', '-'), ('TRUE_DIVIDE', '/'), ('XOR', '^'))]
