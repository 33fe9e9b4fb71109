"""Lines of source files, kept once read."""

import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# By file name: (size, mtime, lines, full name), or, of a file whose source a loader has to be asked for, the question
# alone: (function without arguments,). mtime is None for what a loader gave.
cache = {}


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache, '' when there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 0 < lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache."""
    entry = cache.get(filename, ())
    if len(entry) > 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        # What is kept is not worth more than what goes on.
        clearcache()
    return []


def checkcache(filename=None):
    """Discard the entries, or the one of the file, that the disk has newer ones of."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        import os
        try:
            state = os.stat(entry[3])
        except OSError:
            state = None
        if state is None or (entry[0], entry[1]) != (state.st_size, state.st_mtime):
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read a file anew and return its list of lines; none when it cannot be read."""
    cache_entry = cache.get(filename)
    if cache_entry is not None and len(cache_entry) > 1:
        del cache[filename]
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    import os
    name = filename
    try:
        state = os.stat(name)
    except OSError:
        if lazycache(filename, module_globals):
            lines = _ask_loader(filename)
            if lines is not None:
                return lines
        found = _find_in_path(filename)
        if found is None:
            return []
        name, state = found
    except ValueError:
        return []
    from _traceback import source_lines
    lines = source_lines(name)
    if lines is None:
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = state.st_size, state.st_mtime, lines, name
    return lines


def lazycache(filename, module_globals):
    """Note down who to ask for the source of a file, if there is a loader to ask; True if somebody can be."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith('<') and filename.endswith('>') or not module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals.get('__name__')
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True


def _ask_loader(filename):
    """The lines that a loader gives, [] when it has no source, None when it cannot say."""
    try:
        source = cache[filename][0]()
    except (ImportError, OSError):
        return None
    if source is None:
        return []
    lines = [line + '\n' for line in source.splitlines()]
    cache[filename] = len(source), None, lines, filename
    return lines


def _find_in_path(filename):
    import os
    if os.path.isabs(filename):
        return None
    for folder in sys.path:
        try:
            name = os.path.join(folder, filename)
            return name, os.stat(name)
        except (TypeError, AttributeError, OSError):
            continue
    return None
