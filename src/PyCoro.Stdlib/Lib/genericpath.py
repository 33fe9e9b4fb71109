"""Path operations that ask the file system and are the same everywhere (os.path)."""

import posix
import stat

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir', 'isfile', 'samefile',
           'sameopenfile', 'samestat']


def _mode(path):
    try:
        return posix.stat(path).st_mode
    except (OSError, ValueError):
        return None


def exists(path):
    """Test whether a path exists.  Returns False for broken symbolic links"""
    return _mode(path) is not None


def isfile(path):
    """Test whether a path is a regular file"""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def isdir(s):
    """Return true if the pathname refers to an existing directory."""
    mode = _mode(s)
    return mode is not None and stat.S_ISDIR(mode)


def getsize(filename):
    """Return the size of a file, reported by os.stat()."""
    return posix.stat(filename).st_size


def getmtime(filename):
    """Return the last modification time of a file, reported by os.stat()."""
    return posix.stat(filename).st_mtime


def getatime(filename):
    """Return the last access time of a file, reported by os.stat()."""
    return posix.stat(filename).st_atime


def getctime(filename):
    """Return the metadata change time of a file, reported by os.stat()."""
    return posix.stat(filename).st_ctime


def commonprefix(m):
    "Given a list of pathnames, returns the longest common leading component"
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(posix.fspath, m))
    low, high = min(m), max(m)
    for place, item in enumerate(low):
        if item != high[place]:
            return low[:place]
    return low


def samestat(s1, s2):
    """Test whether two stat buffers reference the same file"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Test whether two pathnames reference the same actual file or directory"""
    return samestat(posix.stat(f1), posix.stat(f2))


def sameopenfile(fp1, fp2):
    """Test whether two open file objects reference the same file"""
    return samestat(posix.fstat(fp1), posix.fstat(fp2))


def _splitext(path, separator, other, dot):
    start = path.rfind(separator) + 1
    if other:
        start = max(start, path.rfind(other) + 1)
    place = path.rfind(dot)
    # Dots that lead the name belong to it.
    if place > start and path[start:place].strip(dot):
        return path[:place], path[place:]
    return path, path[:0]


def _check_arg_types(function, *args):
    has_str = has_bytes = False
    for arg in args:
        if isinstance(arg, str):
            has_str = True
        elif isinstance(arg, bytes):
            has_bytes = True
        else:
            raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, not {arg.__class__.__name__!r}') from None
    if has_str and has_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None
