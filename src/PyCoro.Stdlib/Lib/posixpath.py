"""Common operations on Posix pathnames (os.path)."""

# First, because os takes them from here while this module is still waiting for os.
curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False

import os
import stat
import genericpath
from genericpath import *

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname', 'commonprefix',
           'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'ismount',
           'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir', 'pardir',
           'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath', 'supports_unicode_filenames',
           'relpath', 'commonpath']


def _get_sep(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    """Normalize case of pathname.  Has no effect under Posix"""
    return os.fspath(s)


def isabs(s):
    """Test whether a path is absolute"""
    s = os.fspath(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed.
    If any component is an absolute path, all previous path components
    will be discarded.  An empty last part will result in a path that
    ends with a separator."""
    path = a = os.fspath(a)
    separator = _get_sep(a)
    try:
        if not p:
            path[:0] + separator
        for part in map(os.fspath, p):
            if part.startswith(separator):
                path = part
            elif not path or path.endswith(separator):
                path += part
            else:
                path += separator + part
        return path
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types('join', a, *p)
        raise


def split(p):
    """Split a pathname.  Returns tuple "(head, tail)" where "tail" is
    everything after the final slash.  Either part may be empty."""
    p = os.fspath(p)
    separator = _get_sep(p)
    place = p.rfind(separator) + 1
    head, tail = p[:place], p[place:]
    return head.rstrip(separator) or head, tail


def splitext(p):
    """Split the extension from a pathname.

    Extension is everything from the last dot to the end, ignoring
    leading dots.  Returns "(root, ext)"; ext may be empty."""
    p = os.fspath(p)
    return genericpath._splitext(p, _get_sep(p), None, b'.' if isinstance(p, bytes) else '.')


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always
    empty."""
    p = os.fspath(p)
    return p[:0], p


def basename(p):
    """Returns the final component of a pathname"""
    p = os.fspath(p)
    return p[p.rfind(_get_sep(p)) + 1:]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def _lstat(path):
    try:
        return os.lstat(path)
    except (OSError, ValueError):
        return None


def lexists(path):
    """Test whether a path exists.  Returns True for broken symbolic links"""
    return _lstat(path) is not None


def islink(path):
    """Test whether a path is a symbolic link"""
    here = _lstat(path)
    return here is not None and stat.S_ISLNK(here.st_mode)


def ismount(path):
    """Test whether a path is a mount point"""
    here = _lstat(path)
    if here is None or stat.S_ISLNK(here.st_mode):
        return False
    above = _lstat(realpath(join(os.fspath(path), b'..' if isinstance(path, bytes) else '..')))
    return above is not None and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def expanduser(path):
    """Expand ~ and ~user constructions.  If user or $HOME is unknown,
    do nothing."""
    path = os.fspath(path)
    tilde = b'~' if isinstance(path, bytes) else '~'
    if not path.startswith(tilde):
        return path
    separator = _get_sep(path)
    end = path.find(separator, 1)
    if end < 0:
        end = len(path)
    if end == 1 and 'HOME' in os.environ:
        home = os.environ['HOME']
    else:
        try:
            import pwd
            home = pwd.getpwuid(os.getuid()).pw_dir if end == 1 else pwd.getpwnam(os.fsdecode(path[1:end])).pw_dir
        except (ImportError, KeyError):
            return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home.rstrip(separator) + path[end:] or separator


def expandvars(path):
    """Expand shell variables of form $var and ${var}.  Unknown variables
    are left unchanged."""
    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path) if is_bytes else path
    pieces = []
    place = 0
    while True:
        dollar = text.find('$', place)
        if dollar < 0 or dollar + 1 == len(text):
            break
        pieces.append(text[place:dollar])
        if text[dollar + 1] == '{':
            close = text.find('}', dollar)
            end = close + 1 if close >= 0 else dollar + 1
            name = text[dollar + 2:close] if close >= 0 else ''
        else:
            end = dollar + 1
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == '_'):
                end += 1
            name = text[dollar + 1:end]
        pieces.append(os.environ.get(name, text[dollar:end]) if name else text[dollar:end])
        place = end
    pieces.append(text[place:])
    result = ''.join(pieces)
    return os.fsencode(result) if is_bytes else result


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        separator, here, above = b'/', b'.', b'..'
    else:
        separator, here, above = '/', '.', '..'
    if not path:
        return here
    # POSIX gives two leading slashes a meaning of their own, three are one.
    root = separator * 2 if path.startswith(separator * 2) and not path.startswith(separator * 3) else path[:0]
    if not root and path.startswith(separator):
        root = separator
    parts = []
    for part in path.split(separator):
        if not part or part == here:
            continue
        if part != above or (not root and not parts) or (parts and parts[-1] == above):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + separator.join(parts) or here


def abspath(path):
    """Return an absolute path."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Return the canonical path of the specified filename, eliminating any
symbolic links encountered in the path."""
    filename = os.fspath(filename)
    separator = _get_sep(filename)
    if isabs(filename):
        start, rest = separator, filename[1:]
    else:
        start, rest = (os.getcwdb() if isinstance(filename, bytes) else os.getcwd()), filename
    return abspath(_resolve(start, rest, strict, {})[0])


def _resolve(path, rest, strict, seen):
    separator = _get_sep(path)
    here, above = (b'.', b'..') if isinstance(path, bytes) else ('.', '..')
    while rest:
        name, _, rest = rest.partition(separator)
        if not name or name == here:
            continue
        if name == above:
            if path:
                path, last = split(path)
                if last == above:
                    path = join(path, above, above)
            else:
                path = above
            continue
        full = join(path, name)
        try:
            linked = stat.S_ISLNK(os.lstat(full).st_mode)
        except OSError:
            if strict:
                raise
            linked = False
        if not linked:
            path = full
            continue
        if full in seen:
            path = seen[full]
            if path is not None:
                continue
            # A cycle: the rest stays as it is.
            if strict:
                os.stat(full)
            return join(full, rest), False
        seen[full] = None
        target = os.readlink(full)
        path, ok = _resolve(separator if isabs(target) else path, target.lstrip(separator) if isabs(target) else target, strict, seen)
        if not ok:
            return join(path, rest), False
        seen[full] = path
    return path, True


def relpath(path, start=None):
    """Return a relative version of a path"""
    if not path:
        raise ValueError('no path specified')
    path = os.fspath(path)
    if isinstance(path, bytes):
        here, separator, above = b'.', b'/', b'..'
    else:
        here, separator, above = '.', '/', '..'
    start = here if start is None else os.fspath(start)
    try:
        from_parts = [part for part in abspath(start).split(separator) if part]
        to_parts = [part for part in abspath(path).split(separator) if part]
        common = 0
        for first, second in zip(from_parts, to_parts):
            if first != second:
                break
            common += 1
        parts = [above] * (len(from_parts) - common) + to_parts[common:]
        return join(*parts) if parts else here
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types('relpath', path, start)
        raise


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(os.fspath, paths))
    separator, here = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    try:
        if len({path.startswith(separator) for path in paths}) != 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        split_paths = [[part for part in path.split(separator) if part and part != here] for path in paths]
        common = commonprefix((min(split_paths), max(split_paths)))
        return (separator if paths[0].startswith(separator) else separator[:0]) + separator.join(common)
    except (TypeError, AttributeError):
        genericpath._check_arg_types('commonpath', *paths)
        raise
