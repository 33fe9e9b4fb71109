"""Extract, format and print information about Python stack traces."""

# What a printed traceback looks like (boxes of groups, chains, marks below the source) is decided natively, in one place
# for this module and for the interpreter; here are the snapshots and everything a program may override.

import linecache
import sys

from _traceback import TracebackType, carets, layout, position

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

# How often one and the same line is printed in a row before it is only counted.
_RECURSIVE_CUTOFF = 3


class _Sentinel:
    def __repr__(self):
        return '<implicit>'


_sentinel = _Sentinel()


def _write_lines(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        print(line, file=file, end='')


def _shown(value, what, show=str):
    try:
        return show(value)
    except:  # noqa: E722: whatever a class does when it is printed, the traceback gets printed
        return f'<{what} {show.__name__}() failed>'


# -- Entries -----------------------------------------------------------------------------------------------------------

class FrameSummary:
    """Information about a single frame from a traceback.

    - filename, lineno, end_lineno, colno, end_colno: where it stands; columns count bytes of UTF-8.
    - name: the name of the function or method.
    - line: the source line, stripped, as linecache has it; None when the line is not known.
    - locals: None, or the local variables by name, each as its repr().
    """

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename, self.name, self._line = filename, name, line
        self.lineno, self.end_lineno = lineno, end_lineno
        self.colno, self.end_colno = colno, end_colno
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None
        if lookup_line:
            self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    @property
    def line(self):
        whole = self._original_line
        return whole if whole is None else whole.strip()

    @property
    def _original_line(self):
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line


def _linked(item, link):
    """The item, what its attribute `link` holds, and so on until that is None."""
    while item is not None:
        yield item
        item = getattr(item, link)


def walk_stack(f):
    """Walk a stack following f.f_back from the given frame, yielding the frame and line number for each frame.

    Without a frame the current stack is walked. Usually used with StackSummary.extract.
    """
    if f is None:
        # Above this generator stand, in StackSummary.extract, a generator and two functions: begin with their caller.
        f = sys._getframe()
        for _ in range(4):
            f = f and f.f_back
    for frame in _linked(f, 'f_back'):
        yield frame, frame.f_lineno


def walk_tb(tb):
    """Walk a traceback following tb_next, yielding the frame and line number for each frame.

    Usually used with StackSummary.extract.
    """
    for entry in _linked(tb, 'tb_next'):
        yield entry.tb_frame, entry.tb_lineno


def _walk_tb_positions(tb):
    for entry in _linked(tb, 'tb_next'):
        place = position(entry) if type(entry) is TracebackType else _position_by_code(entry)
        yield entry.tb_frame, place if place[1] is not None else (entry.tb_lineno, None, None, None)


def _position_by_code(tb):
    """The position for objects that only look like tracebacks."""
    positions = tb.tb_frame.f_code.co_positions()
    for _ in range(tb.tb_lasti // 2):
        next(positions, None)
    return next(positions, (tb.tb_lineno, None, None, None))


def _cut(frames, limit):
    """What `limit` leaves of the entries: the first ones, or the last when it is negative."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return frames
    if limit >= 0:
        from itertools import islice
        return islice(frames, limit)
    from collections import deque
    return deque(frames, maxlen=-limit)


class StackSummary(list):
    """A list of FrameSummary objects, representing a stack of frames."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make a StackSummary of what a generator of (frame, line number) yields.

        limit: None for all, n for the first n, -n for the last n entries.
        lookup_lines: look the source lines up now, and not when they are first asked for.
        capture_locals: keep the repr() of the local variables.
        """
        def with_positions():
            for frame, lineno in frame_gen:
                yield frame, (lineno, None, None, None)

        return klass._extract(with_positions(), limit, lookup_lines, capture_locals)

    @classmethod
    def _extract(klass, frame_gen, limit, lookup_lines, capture_locals):
        result = klass()
        files = set()
        for frame, (lineno, end_lineno, colno, end_colno) in _cut(frame_gen, limit):
            code = frame.f_code
            filename = code.co_filename
            if filename not in files:
                files.add(filename)
                linecache.lazycache(filename, frame.f_globals)
            result.append(FrameSummary(
                filename, lineno, code.co_name, lookup_line=False, locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for filename in files:
            linecache.checkcache(filename)
        if lookup_lines:
            for entry in result:
                entry.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Make a StackSummary of FrameSummary objects or (filename, lineno, name, line) tuples."""
        result = StackSummary()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            result.append(entry)
        return result

    def format_frame_summary(self, frame_summary):
        """The text of one entry; None leaves it out of the traceback."""
        entry = frame_summary
        text = f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\n'
        if entry.line:
            text += f'    {entry.line.strip()}\n'
            if entry.colno is not None and entry.end_colno is not None:
                marks = carets(entry._original_line, entry.lineno, entry.end_lineno, entry.colno, entry.end_colno)
                if marks:
                    text += f'    {marks}\n'
        if entry.locals:
            for name, value in sorted(entry.locals.items()):
                text += f'    {name} = {value}\n'
        return text

    def format(self):
        """Format the stack ready for printing.

        A list of strings, one an entry; each ends in a newline and some contain further ones. Long repetitions of one
        entry are shown a few times and then counted.
        """
        result = []
        last, count = None, 0
        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            place = entry.filename, entry.lineno, entry.name
            if place != last or None in place:
                _append_repeats(result, count)
                last, count = place, 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        _append_repeats(result, count)
        return result


def _append_repeats(result, count):
    more = count - _RECURSIVE_CUTOFF
    if more > 0:
        result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')


# -- Exceptions --------------------------------------------------------------------------------------------------------

class TracebackException:
    """A snapshot of an exception that is ready to be formatted, and keeps neither frames nor the exception alive.

    - __cause__, __context__: TracebackExceptions of the original's.
    - exceptions: for groups, a list of TracebackExceptions.
    - __suppress_context__, __notes__: as in the original.
    - stack: a StackSummary.
    - exc_type: the class of the original.
    - filename, lineno, end_lineno, text, offset, end_offset, msg: of syntax errors.
    """

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        options = limit, lookup_lines, capture_locals, max_group_width, max_group_depth
        seen = set() if _seen is None else _seen
        self._capture(exc_type, exc_value, exc_traceback, options, seen)
        # Chains and groups may be longer than the stack is deep: they are worked off, not recursed into.
        waiting = [(self, exc_value)]

        def snapshot_of(exception):
            made = object.__new__(TracebackException)
            made._capture(type(exception), exception, exception.__traceback__, options, seen)
            waiting.append((made, exception))
            return made

        while waiting:
            snapshot, exception = waiting.pop()
            if exception is None:
                continue
            cause, context = exception.__cause__, exception.__context__
            if cause is not None and id(cause) not in seen:
                snapshot.__cause__ = snapshot_of(cause)
            if compact and (snapshot.__cause__ is not None or exception.__suppress_context__):
                context = None
            if context is not None and id(context) not in seen:
                snapshot.__context__ = snapshot_of(context)
            if isinstance(exception, BaseExceptionGroup):
                snapshot.exceptions = [snapshot_of(member) for member in exception.exceptions]

    def _capture(self, exc_type, exc_value, exc_traceback, options, seen):
        """Everything but the links to other exceptions."""
        limit, lookup_lines, capture_locals, self.max_group_width, self.max_group_depth = options
        seen.add(id(exc_value))
        self.stack = StackSummary._extract(_walk_tb_positions(exc_traceback), limit, lookup_lines, capture_locals)
        self.exc_type = exc_type
        self._str = _shown(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = None
        self.__context__ = None
        self.exceptions = None

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Create a TracebackException from an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Format the exception part of the traceback.

        Yields strings that end in a newline: the exception's message, for syntax errors the place first, then notes.
        """
        if self.exc_type is None:
            yield _type_and_text(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ('__main__', 'builtins'):
            name = f'{module if isinstance(module, str) else "<unknown>"}.{name}'
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _type_and_text(name, self._str)
        notes = self.__notes__
        if notes is None:
            return
        if isinstance(notes, _sequence_type()):
            for note in notes:
                for line in _shown(note, 'note').split('\n'):
                    yield line + '\n'
        else:
            yield _shown(notes, '__notes__', repr)

    def _format_syntax_error(self, stype):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            whole = self.text.rstrip('\n')
            line = whole.lstrip(' \n\f')
            yield f'    {line}\n'
            if self.offset is not None:
                marks = _syntax_marks(line, self.offset, self.end_offset, len(whole) - len(line))
                if marks:
                    yield f'    {marks}\n'
        yield f'{stype}: {self.msg or "<no detail available>"}{suffix}\n'

    def format(self, *, chain=True, _ctx=None):
        """Format the exception; without `chain`, without __cause__ and __context__.

        Yields strings that end in a newline, some with further ones inside.
        """
        yield from layout(self, chain)

    def print(self, *, file=None, chain=True):
        """Print the result of self.format(chain=chain) to 'file'."""
        _write_lines(self.format(chain=chain), file)


def _sequence_type():
    from collections.abc import Sequence
    return Sequence


def _type_and_text(name, value):
    """The line that names an exception."""
    text = _shown(value, 'exception')
    return f'{name}: {text}\n' if value is not None and text else f'{name}\n'


def _syntax_marks(line, offset, end_offset, indent):
    if end_offset in (None, 0) or end_offset == offset or end_offset == -1:
        end_offset = offset + 1
    start = offset - 1 - indent
    if start < 0:
        return ''
    # What is no space stands for one; tabs stay, or the marks would stand elsewhere.
    space = ''.join(letter if letter.isspace() else ' ' for letter in line[:start])
    return space + '^' * (end_offset - offset)


def _value_and_tb(exc, value, tb):
    """The arguments of the functions below: an exception, or (the old way) its class, itself and a traceback."""
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    """Format a stack trace and the exception information.

    The arguments have the same meaning as those of print_exception(). The result is a list of strings that end in a
    newline; joined, they are what print_exception() prints.
    """
    value, tb = _value_and_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    """Print exception information and up to 'limit' stack trace entries from 'tb' to 'file', or to sys.stderr."""
    value, tb = _value_and_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_sentinel):
    """Format the exception part of a traceback: a list of strings, each ending in a newline."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


# -- The exception being handled, the last one, the stack --------------------------------------------------------------

def print_exc(limit=None, file=None, chain=True):
    """Shorthand for 'print_exception(*sys.exc_info(), limit, file)'."""
    print_exception(*sys.exc_info(), limit, file, chain)


def format_exc(limit=None, chain=True):
    """Like print_exc() but return a string."""
    return ''.join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """A shorthand for 'print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file)'."""
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def extract_tb(tb, limit=None):
    """A StackSummary of a traceback's entries, of all or of as many as `limit` says."""
    return StackSummary._extract(_walk_tb_positions(tb), limit, True, False)


def format_tb(tb, limit=None):
    """A shorthand for 'format_list(extract_tb(tb, limit))'."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Print up to 'limit' stack trace entries from the traceback 'tb' to 'file', or to sys.stderr."""
    print_list(extract_tb(tb, limit), file)


def extract_stack(f=None, limit=None):
    """A StackSummary of the current stack, or of the one that ends in the frame 'f', oldest first."""
    stack = StackSummary.extract(walk_stack(sys._getframe().f_back if f is None else f), limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    """Shorthand for 'format_list(extract_stack(f, limit))'."""
    return extract_stack(sys._getframe().f_back if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print a stack trace from its invocation point, or from the frame 'f'."""
    print_list(extract_stack(sys._getframe().f_back if f is None else f, limit), file)


def format_list(extracted_list):
    """Format FrameSummary objects or (filename, lineno, name, line) tuples for printing, as StackSummary.format does."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Print the list of entries as returned by extract_tb() or extract_stack() to the given file."""
    _write_lines(format_list(extracted_list), file)


def clear_frames(tb):
    """Clear all references to local variables in the frames of a traceback."""
    for entry in _linked(tb, 'tb_next'):
        try:
            entry.tb_frame.clear()
        except RuntimeError:
            pass  # It still runs.
