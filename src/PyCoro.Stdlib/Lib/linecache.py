"""Lines of source files, kept once read."""

import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# File name -> (size, mtime, lines, full name), as CPython keeps it.
cache = {}


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache, '' when there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Discard cache entries that are out of date."""


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines."""
    cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    candidates = [filename]
    if not filename.startswith('/'):
        candidates.extend(f'{folder}/{filename}' for folder in sys.path if isinstance(folder, str))
    for name in candidates:
        try:
            with open(name, encoding='utf-8', errors='replace') as file:
                lines = file.readlines()
        except OSError:
            continue
        if lines and not lines[-1].endswith('\n'):
            lines[-1] += '\n'
        cache[filename] = sum(map(len, lines)), None, lines, name
        return lines
    return []


def lazycache(filename, module_globals):
    """Seed the cache for filename with module_globals."""
    return filename in cache
