"""Files and lines of source: where an object was defined and what stands there."""

import os
import sys

from . import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback
from ._members import unwrap


# From what wraps code to the code: a method, a function, a traceback, a frame.
_WRAPPERS = (ismethod, '__func__'), (isfunction, '__code__'), (istraceback, 'tb_frame'), (isframe, 'f_code')


def _code_of(object):
    """The code object behind a method, function, traceback, frame or code object; None for anything else."""
    for is_wrapper, inside in _WRAPPERS:
        if is_wrapper(object):
            object = getattr(object, inside)
    return object if iscode(object) else None


def getfile(object):
    """Work out which source or compiled file an object was defined in."""
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    kind = 'module' if ismodule(object) else 'class' if isclass(object) else None
    if kind is None:
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                        + type(object).__name__)
    home = object if kind == 'module' else sys.modules.get(getattr(object, '__module__', None))
    filename = getattr(home, '__file__', None)
    if filename:
        return filename
    if kind == 'class' and getattr(object, '__module__', None) == '__main__':
        raise OSError('source code not available')
    raise TypeError(f'{object!r} is a built-in {kind}')


def getsourcefile(object):
    """Return the filename that can be used to locate an object's source, None if there is none."""
    import linecache
    filename = getfile(object)
    if linecache.getlines(filename):
        return filename
    # No file, but a loader that may know the source.
    if getattr(getmodule(object, filename), '__loader__', None) is not None:
        return filename
    return None


def getabsfile(object, _filename=None):
    """Return an absolute path to the source or compiled file for an object."""
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodulename(path):
    """Return the module name for a given file, or None when its ending is none of a module."""
    from importlib.machinery import all_suffixes
    name = os.path.basename(path)
    endings = [suffix for suffix in all_suffixes() if name.endswith(suffix)]
    return name[:-len(max(endings, key=len))] if endings else None


def getmodule(object, _filename=None):
    """Return the module an object was defined in, or None if not found."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        filename = _filename or getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, '__file__', None) == filename:
            return module
    main = sys.modules['__main__']
    if hasattr(object, '__name__') and getattr(main, object.__name__, None) is object:
        return main
    return None


def findsource(object):
    """Return the entire source file and starting line number for an object."""
    import linecache
    filename = getfile(object)
    linecache.checkcache(filename)
    module = getmodule(object, filename)
    lines = linecache.getlines(filename, module and module.__dict__)
    if not lines:
        raise OSError('could not get source code')
    if isclass(object):
        return lines, _class_line(lines, object)
    number = 0
    if not ismodule(object):
        code = _code_of(object)
        if code is None:
            raise OSError('could not find code object')
        number = code.co_firstlineno - 1
        if number >= len(lines):
            raise OSError('lineno is out of bounds')
    return lines, number


def _class_line(lines, cls):
    """The line of the first class statement of a qualified name; its decorators come first."""
    import ast
    waiting = [(statement, '') for statement in reversed(ast.parse(''.join(lines)).body)]
    while waiting:
        node, prefix = waiting.pop()
        if isinstance(node, ast.ClassDef):
            name = prefix + node.name
            if name == cls.__qualname__:
                return min(each.lineno for each in [node, *node.decorator_list]) - 1
            prefix = name + '.'
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            prefix += node.name + '.<locals>.'
        elif isinstance(node, ast.expr):
            continue
        waiting.extend((child, prefix) for child in reversed([*ast.iter_child_nodes(node)]))
    raise OSError('could not find class definition')


def getblock(lines):
    """Extract the block of code at the top of the given list of lines."""
    from ._blocks import length_of_block
    return lines[:length_of_block(lines)]


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """Return the text of the source code for an object."""
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    """Get lines of comments immediately preceding an object's source code."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        return _comments_at_the_top(lines)
    comments = []
    indent = len(lines[number]) - len(lines[number].lstrip())
    while number > 0:
        number -= 1
        line = lines[number].expandtabs()
        if not line.lstrip().startswith('#') or len(line) - len(line.lstrip()) != indent:
            break
        comments.insert(0, line.lstrip())
    return ''.join(comments) or None


def _comments_at_the_top(lines):
    """The first comments of a file, without the line that names the interpreter."""
    start = 1 if lines and lines[0].startswith("#!") else 0
    while start < len(lines) and lines[start].strip() in ("", "#"):
        start += 1
    end = start
    while end < len(lines) and lines[end].startswith("#"):
        end += 1
    return "".join(line.expandtabs() for line in lines[start:end]) or None
