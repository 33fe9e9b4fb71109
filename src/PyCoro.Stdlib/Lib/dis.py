"""Disassembler of bytecode (library reference: dis)."""

import sys
import types
from collections import namedtuple

from opcode import (EXTENDED_ARG, HAVE_ARGUMENT, _nb_ops, _table, cmp_op, hascompare, hasconst, hasfree, hasjabs, hasjrel,
                    haslocal, hasname, hasnargs, opmap, opname, stack_effect)

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code", "get_instructions",
           "Instruction", "Bytecode", "cmp_op", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree",
           "opname", "opmap", "HAVE_ARGUMENT", "EXTENDED_ARG", "hasnargs", "stack_effect"]

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
    128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
}

_MAKE_FUNCTION_PARTS = ("defaults", "kwdefaults", "annotations", "closure")
_CONVERSIONS = ("", "str", "repr", "ascii")
_MEMBERS_WITH_CODE = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
# By number, what the operand is: running code also holds instructions that only the virtual machine writes.
_KINDS = [kind for _, kind, _ in _table]
_NAMELESS = object()


# --- what there is to disassemble

def _code_of(x):
    """The code object behind something that has one, else the thing itself."""
    x = getattr(x, '__func__', x)
    for attribute in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, attribute):
            return getattr(x, attribute)
    return x


def _compiled(source, name):
    """Source text as code: an expression if it is one."""
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


def _checked_code(x):
    code = _code_of(x)
    if isinstance(code, str):
        code = _compiled(code, '<disassembly>')
    if not hasattr(code, 'co_code'):
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")
    return code


def pretty_flags(flags):
    """The flags of a code object by their names."""
    names = []
    for bit in range(32):
        flag = 1 << bit
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
    return ', '.join(names) or hex(flags)


# --- instructions

Positions = namedtuple('Positions', ['lineno', 'end_lineno', 'col_offset', 'end_col_offset'], defaults=[None] * 4)

_Fields = namedtuple('_Fields', 'opname opcode arg argval argrepr offset starts_line is_jump_target positions', defaults=[None])


class Instruction(_Fields):
    """Details of one operation in bytecode.

    opname, opcode - its name and number
    arg - the number behind it, None without one
    argval, argrepr - what the number stands for, and how that is shown
    offset - where it begins in the bytecode
    starts_line - the line that begins here, or None
    is_jump_target - whether a jump leads here
    positions - a Positions with the place in the source
    """

    __slots__ = ()

    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        """The line of a listing; without a column of line numbers when its width is 0."""
        columns = []
        if lineno_width:
            columns.append(f'{"" if self.starts_line is None else self.starts_line:>{lineno_width}}')
        columns.append('-->' if mark_as_current else '   ')
        columns.append('>>' if self.is_jump_target else '  ')
        columns.append(f'{self.offset:>{offset_width}}')
        columns.append(f'{self.opname:<20}')
        if self.arg is not None:
            columns.append(f'{self.arg:>5}')
            if self.argrepr:
                columns.append(f'({self.argrepr})')
        return ' '.join(columns).rstrip()


def _unpack_opargs(code):
    """(offset, opcode, operand) of the units of bytecode; prefixes are part of the operand behind them."""
    prefix = 0
    for offset in range(0, len(code), 2):
        op = code[offset]
        operand = None
        if op >= HAVE_ARGUMENT:
            operand = code[offset + 1] | prefix
            prefix = operand << 8 if op == EXTENDED_ARG else 0
        yield offset, op, operand


class _Meaning:
    """What operands stand for, by the tables of a code object or, without one, as far as they can tell alone."""

    def __init__(self, code=None):
        self.code = code

    def of(self, op, operand):
        """argval and argrepr of an operand."""
        kind = _KINDS[op] if op < len(_KINDS) else ''
        explain = getattr(self, '_' + kind, None)
        return explain(op, operand) if explain else (operand, '')

    def _const(self, op, operand):
        if self.code is None:
            return _NAMELESS, ''
        value = self.code.co_consts[operand]
        return value, repr(value)

    def _named(self, find, operand):
        if self.code is None:
            return operand, ''
        name = find(operand)
        return name, name

    def _name(self, op, operand):
        return self._named(lambda place: self.code.co_names[place], operand)

    def _local(self, op, operand):
        return self._named(lambda place: self.code._varname_from_oparg(place), operand)

    _cell = _local

    def _target(self, op, operand):
        return 2 * operand, f'to {2 * operand}'

    def _op(self, op, operand):
        if op == opmap['BINARY_OP']:
            return operand, _nb_ops[operand][1]
        return cmp_op[operand], cmp_op[operand]

    def _flags(self, op, operand):
        if op == opmap['FORMAT_VALUE']:
            conversion = (None, str, repr, ascii)[operand & 3]
            parts = [_CONVERSIONS[operand & 3]] if operand & 3 else []
            if operand & 4:
                parts.append('with format')
            return (conversion, bool(operand & 4)), ', '.join(parts)
        if op == opmap['MAKE_FUNCTION']:
            return operand, ', '.join(part for bit, part in enumerate(_MAKE_FUNCTION_PARTS) if operand & 1 << bit)
        return operand, ''


def _instructions(bytecode, code=None, first_line=None, labels=()):
    """The Instructions of bytecode; what a code object knows of them is used when there is one."""
    meaning = _Meaning(code)
    starts = dict(findlinestarts(code)) if code is not None else {}
    moved = first_line - code.co_firstlineno if first_line is not None else 0
    positions = code.co_positions() if code is not None else iter(())
    labels = {*findlabels(bytecode), *labels}
    for offset, op, operand in _unpack_opargs(bytecode):
        value, text = (None, '') if operand is None else meaning.of(op, operand)
        if value is _NAMELESS:
            value = operand
        line = starts.get(offset)
        place = Positions(*next(positions, ()))
        yield Instruction(opname[op], op, operand, value, text, offset, None if line is None else line + moved, offset in labels, place)


def _bytecode(code, adaptive):
    return code._co_code_adaptive if adaptive else code.co_code


def _code_instructions(code, first_line=None, adaptive=False):
    labels = [entry.target for entry in _parse_exception_table(code)]
    return _instructions(_bytecode(code, adaptive), code, first_line, labels)


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """Iterator for the opcodes in methods, functions or code

    Generates Instructions. If first_line is given, it is the number of the first line. There are no cache entries that
    show_caches could show; with adaptive, instructions are those that run now.
    """
    return _code_instructions(_checked_code(x), first_line, adaptive)


def findlabels(code):
    """The offsets in bytecode that jumps lead to, as a list."""
    labels = {}
    for _, op, operand in _unpack_opargs(code):
        if op in hasjabs:
            labels[2 * operand] = None
    return list(labels)


def findlinestarts(code):
    """Pairs of an offset and the line of the source that begins there."""
    last = None
    for start, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def _find_imports(code):
    """(name, level, fromlist) of the import statements in code."""
    constants = []
    for instruction in _code_instructions(code):
        if instruction.opname == 'LOAD_CONST':
            constants = [*constants[-1:], instruction.argval]
        elif instruction.opname == 'IMPORT_NAME' and len(constants) == 2:
            level, names = constants
            yield instruction.argval, level, names
        elif instruction.opcode != EXTENDED_ARG:
            constants = []


def _find_store_names(code):
    """The global names, or names of a class, that code binds."""
    for instruction in _code_instructions(code):
        if instruction.opname in ('STORE_NAME', 'STORE_GLOBAL'):
            yield instruction.argval


# --- protected ranges

_ExceptionTableEntry = namedtuple('_ExceptionTableEntry', 'start end target depth lasti')


def _numbers(table):
    """The numbers in an exception table: six bits a byte, the highest first."""
    number = 0
    for byte in table:
        number = number << 6 | byte & 63
        if not byte & 64:
            yield number
            number = 0


def _parse_exception_table(code):
    """The protected ranges of code, by offsets."""
    numbers = _numbers(code.co_exceptiontable)
    return [_ExceptionTableEntry(2 * start, 2 * (start + length), 2 * target, depth >> 1, bool(depth & 1))
            for start, length, target, depth in zip(numbers, numbers, numbers, numbers)]


# --- listings

def _listing(instructions, last_offset, with_lines, last_line, lasti):
    """The lines that show instructions; a blank one stands before each line of the source but the first."""
    lineno_width = max(3, len(str(last_line))) if with_lines else 0
    offset_width = max(4, len(str(last_offset)))
    for instruction in instructions:
        if with_lines and instruction.starts_line is not None and instruction.offset:
            yield ''
        yield instruction._disassemble(lineno_width, instruction.offset == lasti, offset_width)


def _code_listing(code, lasti=-1, adaptive=False, first_line=None):
    bytecode = _bytecode(code, adaptive)
    moved = first_line - code.co_firstlineno if first_line is not None else 0
    lines = [line + moved for _, line in findlinestarts(code)]
    yield from _listing(_code_instructions(code, first_line, adaptive), len(bytecode) - 2, bool(lines), max(lines, default=0), lasti)
    entries = _parse_exception_table(code)
    if entries:
        yield 'ExceptionTable:'
        for entry in entries:
            yield f'  {entry.start} to {entry.end - 2} -> {entry.target} [{entry.depth}]{" lasti" if entry.lasti else ""}'


def _print(lines, file):
    for line in lines:
        print(line, file=file)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Disassemble a code object; the instruction at lasti is marked."""
    _print(_code_listing(co, lasti, adaptive), file)


disco = disassemble


def _disassemble_nested(code, file, depth, adaptive):
    disassemble(code, file=file, adaptive=adaptive)
    if depth is None or depth > 0:
        inner = None if depth is None else depth - 1
        for constant in code.co_consts:
            if hasattr(constant, 'co_code'):
                print(file=file)
                print(f'Disassembly of {constant!r}:', file=file)
                _disassemble_nested(constant, file, inner, adaptive)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Disassemble classes, methods, functions, and other compiled objects.

    With no argument, disassemble the last traceback. Compiled objects are modules, classes, methods, functions, generators,
    asynchronous generators, coroutines and code objects; source text is compiled first, and bytes are shown as bytecode.
    Nested code follows, down to depth.
    """
    if x is None:
        distb(file=file, adaptive=adaptive)
        return
    code = _code_of(x)
    if hasattr(code, 'co_code'):
        _disassemble_nested(code, file, depth, adaptive)
    elif isinstance(code, str):
        _disassemble_nested(_compiled(code, '<dis>'), file, depth, adaptive)
    elif isinstance(code, (bytes, bytearray)):
        _print(_listing(_instructions(code), len(code) - 2, False, 0, -1), file)
    elif hasattr(code, '__dict__'):
        for name, member in sorted(code.__dict__.items()):
            _disassemble_member(name, member, file, depth, adaptive)
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def _disassemble_member(name, member, file, depth, adaptive):
    """Part of a class or module: what has code, and classes."""
    if not isinstance(member, _MEMBERS_WITH_CODE):
        return
    print(f'Disassembly of {name}:', file=file)
    try:
        dis(member, file=file, depth=depth, adaptive=adaptive)
    except TypeError as error:
        print('Sorry:', error, file=file)
    print(file=file)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Disassemble where a traceback (default: the last one) ends; the instruction that failed is marked."""
    if tb is None:
        try:
            tb = sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
    tb = _innermost(tb)
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, adaptive=adaptive)


def _innermost(tb):
    while tb.tb_next:
        tb = tb.tb_next
    return tb


# --- about code as a whole

def code_info(x):
    """Formatted details of methods, functions, or code."""
    code = _checked_code(x)
    lines = [f'{title + ":":<18} {value}' for title, value in (
        ('Name', code.co_name), ('Filename', code.co_filename), ('Argument count', code.co_argcount),
        ('Positional-only arguments', code.co_posonlyargcount), ('Kw-only arguments', code.co_kwonlyargcount),
        ('Number of locals', code.co_nlocals), ('Stack size', code.co_stacksize), ('Flags', pretty_flags(code.co_flags)))]
    for title, values, show in (
            ('Constants', code.co_consts, repr), ('Names', code.co_names, str), ('Variable names', code.co_varnames, str),
            ('Free variables', code.co_freevars, str), ('Cell variables', code.co_cellvars, str)):
        if values:
            lines.append(f'{title}:')
            lines += [f'{place:4}: {show(value)}' for place, value in enumerate(values)]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print details of methods, functions, or code to file, or to standard output."""
    print(code_info(co), file=file)


class Bytecode:
    """The bytecode of a function, method, generator, piece of source text or code object.

    Iterating yields the Instructions. first_line, if given, is the number of the first line; current_offset is the
    offset of an instruction that dis() marks.
    """

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _checked_code(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self.current_offset = current_offset
        self.show_caches = show_caches
        self.adaptive = adaptive
        self.exception_entries = _parse_exception_table(self.codeobj)
        self._original_object = x

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The bytecode where a traceback ends, with the instruction that failed as the current one."""
        tb = _innermost(tb)
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches, adaptive=adaptive)

    def __iter__(self):
        return _code_instructions(self.codeobj, self.first_line, self.adaptive)

    def __repr__(self):
        return f'{type(self).__name__}({self._original_object!r})'

    def info(self):
        """Details of the code object."""
        return code_info(self.codeobj)

    def dis(self):
        """A listing of the bytecode operations."""
        lasti = -1 if self.current_offset is None else self.current_offset
        return '\n'.join([*_code_listing(self.codeobj, lasti, self.adaptive, self.first_line), ''])


def main():
    """The command: disassembles the source of a file or of standard input."""
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument('infile', type=argparse.FileType('rb'), nargs='?', default='-')
    args = parser.parse_args()
    with args.infile as infile:
        dis(compile(infile.read(), infile.name, 'exec'))


if __name__ == '__main__':
    main()
