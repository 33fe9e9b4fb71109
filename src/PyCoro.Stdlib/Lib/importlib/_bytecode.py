"""
Bytecode files (PEP 3147 and PEP 552): where they lie, and what they hold: a header of sixteen bytes (a magic number, flags,
and what tells whether the source is still the one that was compiled), then code as marshal writes it.
"""

import _imp
import sys

MAGIC_NUMBER = _imp._magic_number()
_RAW_MAGIC_NUMBER = int.from_bytes(MAGIC_NUMBER, 'little')

_FOLDER = '__pycache__'
_OPTIMIZED = 'opt-'
_HEADER = 16
_HASHED, _CHECKED = 1, 2


def _fspath(path):
    import os
    return os.fspath(path)


def _tag():
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError('sys.implementation.cache_tag is None')
    return tag


# --- where

def cache_from_source(path, debug_override=None, *, optimization=None):
    """Given the path to a .py file, return the path to its .pyc file.

    Neither needs to exist. optimization is the level of optimization that is part of the name, '' for none; by default
    the one that the interpreter runs with. debug_override is deprecated: false stands for level 1."""
    import os
    if debug_override is not None:
        import warnings
        warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning, stacklevel=2)
        if optimization is not None:
            raise TypeError('debug_override or optimization must be set to None')
        optimization = '' if debug_override else 1
    folder, name = os.path.split(_fspath(path))
    base, dot, suffix = name.rpartition('.')
    compiled = f'{base or suffix}{dot}{_tag()}'
    if optimization is None:
        optimization = sys.flags.optimize or ''
    level = str(optimization)
    if level:
        if not level.isalnum():
            raise ValueError(f'{level!r} is not alphanumeric')
        compiled += f'.{_OPTIMIZED}{level}'
    compiled += '.pyc'
    if sys.pycache_prefix is None:
        return os.path.join(folder, _FOLDER, compiled)
    return os.path.join(sys.pycache_prefix, os.path.abspath(folder).lstrip(os.sep), compiled)


def source_from_cache(path):
    """Given the path to a .pyc file, return the path to its .py file, which does not need to exist."""
    import os
    _tag()
    path = _fspath(path)
    folder, name = os.path.split(path)
    prefix = None if sys.pycache_prefix is None else sys.pycache_prefix.rstrip(os.sep)
    if prefix is not None and folder.startswith(prefix + os.sep):
        folder = folder[len(prefix):]
    else:
        folder, cache = os.path.split(folder)
        if cache != _FOLDER:
            raise ValueError(f'{_FOLDER} not bottom-level directory in {path!r}')
    base, *parts = name.split('.')
    if len(parts) not in (2, 3):
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    if len(parts) == 3:
        level = parts[1]
        if not level.startswith(_OPTIMIZED):
            raise ValueError(f"optimization portion of filename does not start with {_OPTIMIZED!r}")
        if not level[len(_OPTIMIZED):].isalnum():
            raise ValueError(f'optimization level {level!r} is not an alphanumeric value')
    return os.path.join(folder, base + '.py')


def _get_sourcefile(bytecode_path):
    """The source of a bytecode file, if there is one; else the path itself, and None for an empty one."""
    if not bytecode_path:
        return None
    base, _, suffix = bytecode_path.rpartition('.')
    if not base or suffix.lower()[-3:-1] != 'py':
        return bytecode_path
    from importlib import _bootstrap_external
    try:
        source = source_from_cache(bytecode_path)
    except (NotImplementedError, ValueError):
        source = bytecode_path[:-1]
    return source if _bootstrap_external._path_isfile(source) else bytecode_path


# --- numbers in headers

def _pack_uint32(x):
    """The lower 32 bits of an integer, little-endian."""
    return (int(x) & 0xFFFFFFFF).to_bytes(4, 'little')


def _unpack_uint16(data):
    """Two little-endian bytes as an integer."""
    assert len(data) == 2
    return int.from_bytes(data, 'little')


def _unpack_uint32(data):
    """Four little-endian bytes as an integer."""
    assert len(data) == 4
    return int.from_bytes(data, 'little')


def source_hash(source_bytes):
    """Return the hash of *source_bytes* as used in hash-based pyc files."""
    return _imp.source_hash(_RAW_MAGIC_NUMBER, source_bytes)


# --- what is in them

def _with_header(flags, source_id, code):
    import marshal
    return bytearray(MAGIC_NUMBER + _pack_uint32(flags) + source_id + marshal.dumps(code))


def _code_to_timestamp_pyc(code, mtime=0, source_size=0):
    """A bytecode file that is valid as long as the source has a time and a size."""
    return _with_header(0, _pack_uint32(mtime) + _pack_uint32(source_size), code)


def _code_to_hash_pyc(code, source_hash, checked=True):
    """A bytecode file that is valid for source of one hash; without checked nobody looks."""
    return _with_header(_HASHED | (_CHECKED if checked else 0), source_hash, code)


def _classify_pyc(data, name, exc_details):
    """The flags of a bytecode file; ImportError with exc_details when it is none of this interpreter's, EOFError when cut off."""
    magic = bytes(data[:4])
    if magic != MAGIC_NUMBER:
        raise ImportError(f'bad magic number in {name!r}: {magic!r}', **exc_details)
    if len(data) < _HEADER:
        raise EOFError(f'reached EOF while reading pyc header of {name!r}')
    flags = _unpack_uint32(data[4:8])
    if flags & ~(_HASHED | _CHECKED):
        raise ImportError(f'invalid flags {flags!r} in {name!r}', **exc_details)
    return flags


def _validate_timestamp_pyc(data, source_mtime, source_size, name, exc_details):
    """ImportError unless the file was made of source with this time and, if given, size."""
    if _unpack_uint32(data[8:12]) != source_mtime & 0xFFFFFFFF or (
            source_size is not None and _unpack_uint32(data[12:16]) != source_size & 0xFFFFFFFF):
        raise ImportError(f'bytecode is stale for {name!r}', **exc_details)


def _validate_hash_pyc(data, source_hash, name, exc_details):
    """ImportError unless the file was made of source with this hash."""
    if data[8:16] != source_hash:
        raise ImportError(f"hash in bytecode doesn't match hash of source {name!r}", **exc_details)


def _compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
    """The code object that the part behind the header holds; it names source_path as its file, if given."""
    import marshal
    code = marshal.loads(data)
    if not isinstance(code, type(_fspath.__code__)):
        raise ImportError(f'Non-code object in {bytecode_path!r}', name=name, path=bytecode_path)
    return code if source_path is None else _with_file(code, source_path)


def _code_alone(data, name, path):
    """The code in a bytecode file without source."""
    _classify_pyc(data, name, {'name': name, 'path': path})
    return _compile_bytecode(memoryview(data)[_HEADER:], name, path)


def _with_file(code, path):
    """Code, and what is nested in it, as if compiled from a file."""
    if code.co_filename == path:
        return code
    constants = tuple(_with_file(constant, path) if isinstance(constant, type(code)) else constant for constant in code.co_consts)
    return code.replace(co_filename=path, co_consts=constants)


def _code_of_file(data, name, path, source_path, source):
    """The code in a bytecode file when it is valid for its source, else ImportError or EOFError.

    source() gives (mtime, size), and with True the bytes of the source."""
    details = {'name': name, 'path': path}
    flags = _classify_pyc(data, name, details)
    policy = _imp.check_hash_based_pycs
    if not flags & _HASHED:
        mtime, size = source(False)
        _validate_timestamp_pyc(data, mtime, size, name, details)
    elif policy != 'never' and (flags & _CHECKED or policy == 'always'):
        _validate_hash_pyc(data, source_hash(source(True)), name, details)
    return _compile_bytecode(memoryview(data)[_HEADER:], name, path, source_path)
