"""OS routines: files, directories, descriptors, the environment and the process.

os.path is posixpath.  What the system does by itself is in the module posix; here is what is made of it.
"""

import abc
import sys
import stat as st
import posixpath as path
import posix
from posix import *
from posix import _exit
from _collections_abc import MutableMapping, Mapping

name = 'posix'
linesep = '\n'
sys.modules['os.path'] = path
from os.path import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1

__all__ = ['altsep', 'curdir', 'pardir', 'sep', 'pathsep', 'linesep', 'defpath', 'name', 'path', 'devnull', 'SEEK_SET',
           'SEEK_CUR', 'SEEK_END', 'fsencode', 'fsdecode', 'get_exec_path', 'fdopen', 'extsep', '_exit', 'makedirs',
           'removedirs', 'renames', 'walk', 'environ', 'environb', 'getenv', 'getenvb', 'supports_bytes_environ',
           'PathLike', 'P_WAIT', 'P_NOWAIT', 'P_NOWAITO', 'execl', 'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'popen',
           'spawnl', 'spawnle', 'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe']
__all__ += [_name for _name in dir(posix) if not _name.startswith('_') and _name != 'environ']

supports_bytes_environ = True
supports_dir_fd = set()
supports_effective_ids = set()
supports_fd = {stat, truncate}
supports_follow_symlinks = {stat, chown, utime}


def _up(place):
    """The folder that a path lies in, and the last part of the path; a separator at the end does not count."""
    folder, last = path.split(place)
    return (folder, last) if last else path.split(folder)


def _is_here(last):
    return last in (curdir, fsencode(curdir))


def makedirs(name, mode=0o777, exist_ok=False):
    """Create a leaf directory and all intermediate ones, these with the default mode."""
    missing = []
    folder, last = _up(name)
    while folder and last and not path.exists(folder):
        missing.append(folder)
        folder, last = _up(folder)
    for folder in reversed(missing):
        if _is_here(_up(folder)[1]):
            continue
        try:
            mkdir(folder)
        except FileExistsError:
            # Somebody else has made it meanwhile, or it is no folder, which the next one finds out.
            continue
    if missing and _is_here(_up(name)[1]):
        return
    try:
        mkdir(name, mode)
    except OSError:
        if not (exist_ok and path.isdir(name)):
            raise


def removedirs(name):
    """Remove a directory, then those above it for as long as they are empty."""
    rmdir(name)
    _remove_empty(*_up(name))


def _remove_empty(folder, last):
    try:
        while folder and last:
            rmdir(folder)
            folder, last = _up(folder)
    except OSError:
        # Not empty, or not ours: this one stays, and so do those above.
        return


def renames(old, new):
    """Rename a file or directory; directories that the new name needs are made, those that the old one leaves
    empty are removed."""
    target, last = path.split(new)
    if target and last:
        makedirs(target, exist_ok=True)
    rename(old, new)
    _remove_empty(*path.split(old))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator.

    For each directory yields (dirpath, dirnames, filenames).  With topdown the caller may change dirnames in place
    to decide where the walk goes."""
    sys.audit('os.walk', top, topdown, onerror, followlinks)
    top = fspath(top)
    # A stack, not recursion: trees may be deeper than the recursion limit.
    stack = [top]
    while stack:
        current = stack.pop()
        if isinstance(current, tuple):
            yield current
            continue
        dirs, files, into = [], [], []
        try:
            with scandir(current) as entries:
                for entry in entries:
                    try:
                        is_dir = entry.is_dir()
                    except OSError:
                        is_dir = False
                    (dirs if is_dir else files).append(entry.name)
                    if not topdown and is_dir and (followlinks or not entry.is_symlink()):
                        into.append(entry.path)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield current, dirs, files
            for name in reversed(dirs):
                below = path.join(current, name)
                if followlinks or not path.islink(below):
                    stack.append(below)
        else:
            stack.append((current, dirs, files))
            stack.extend(reversed(into))


def fsencode(filename):
    """Encode filename (an os.PathLike, bytes, or str) to the filesystem
    encoding with 'surrogateescape' error handler, return bytes unchanged."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """Decode filename (an os.PathLike, bytes, or str) from the filesystem
    encoding with 'surrogateescape' error handler, return str unchanged."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def get_exec_path(env=None):
    """Returns the sequence of directories that will be searched for the
    named executable (similar to a shell) when launching a process."""
    if env is None:
        env = environ
    found = env.get('PATH')
    if found is None:
        found = env.get(b'PATH') if env is not environ else None
    return fsdecode(found if found is not None else defpath).split(pathsep)


def execl(file, *args):
    """Execute the executable file with argument list args, replacing the current process."""
    execv(file, args)


def execle(file, *args):
    """Execute the executable file with argument list args and environment env (the last argument), replacing the
    current process."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """Execute the executable file, which is searched for along $PATH, replacing the current process."""
    execvp(file, args)


def execlpe(file, *args):
    """Execute the executable file, which is searched for along $PATH, with environment env (the last argument),
    replacing the current process."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """Execute the executable file, which is searched for along $PATH, with argument list args, replacing the current
    process."""
    execvpe(file, args, None)


def execvpe(file, args, env):
    """Execute the executable file, which is searched for along $PATH, with argument list args and environment env,
    replacing the current process."""
    def run(candidate):
        if env is None:
            execv(candidate, args)
        else:
            execve(candidate, args, env)

    if path.dirname(file):
        run(file)
        return
    refused = None
    for folder in get_exec_path(env):
        try:
            run(path.join(fsencode(folder) if isinstance(file, bytes) else folder, file))
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            refused = refused or error
    raise refused or last


def _spawn(mode, file, args, env, search):
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    if mode not in (P_WAIT, P_NOWAIT):
        raise ValueError('invalid mode')
    import subprocess
    if not search and not path.dirname(file):
        # Without a folder Popen would search along $PATH.
        file = path.join(b'.' if isinstance(file, bytes) else '.', file)
    try:
        child = subprocess.Popen(args, executable=file, env=env, close_fds=False)
    except OSError:
        if mode == P_WAIT:
            return 127
        raise
    if mode == P_WAIT:
        return child.wait()
    # Whoever gets the number waits for the process.
    child.returncode = 0
    return child.pid


def spawnv(mode, file, args):
    """Execute file with arguments from args in a subprocess."""
    return _spawn(mode, file, args, None, False)


def spawnve(mode, file, args, env):
    """Execute file with arguments from args in a subprocess with the specified environment."""
    return _spawn(mode, file, args, env, False)


def spawnvp(mode, file, args):
    """Execute file, which is looked for along $PATH, with arguments from args in a subprocess."""
    return _spawn(mode, file, args, None, True)


def spawnvpe(mode, file, args, env):
    """Execute file, which is looked for along $PATH, with arguments from args in a subprocess with the specified
    environment."""
    return _spawn(mode, file, args, env, True)


def spawnl(mode, file, *args):
    """Execute file with arguments from args in a subprocess."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """Execute file with arguments from args in a subprocess with the environment that is the last argument."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """Execute file, which is looked for along $PATH, with arguments from args in a subprocess."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """Execute file, which is looked for along $PATH, with arguments from args in a subprocess with the environment
    that is the last argument."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def popen(cmd, mode='r', buffering=-1):
    """Open a pipe to or from a shell command; closing it gives the exit status, None for success."""
    if not isinstance(cmd, str):
        raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))
    if mode not in ('r', 'w'):
        raise ValueError('invalid mode %r' % mode)
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    import subprocess
    if mode == 'r':
        child = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _CommandPipe(child.stdout, child)
    child = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _CommandPipe(child.stdin, child)


class _CommandPipe:
    """One end of a pipe to a shell command."""

    def __init__(self, stream, child):
        self._stream = stream
        self._child = child

    def close(self):
        self._stream.close()
        status = self._child.wait()
        if status == 0:
            return None
        return status if status < 0 else status << 8

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


class _Environ(MutableMapping):
    """The environment as a mapping; a change is made for the process, too.

    _data holds it in bytes; the four functions convert a name or a value to that and back."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self._data = data
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue

    def __getitem__(self, key):
        stored = self._data.get(self.encodekey(key))
        if stored is None:
            raise KeyError(key)
        return self.decodevalue(stored)

    def __setitem__(self, key, value):
        stored_key, stored = self.encodekey(key), self.encodevalue(value)
        putenv(stored_key, stored)
        self._data[stored_key] = stored

    def __delitem__(self, key):
        stored_key = self.encodekey(key)
        unsetenv(stored_key)
        if self._data.pop(stored_key, None) is None:
            raise KeyError(key)

    def __iter__(self):
        return map(self.decodekey, tuple(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f'environ({self.copy()!r})'

    def copy(self):
        return {name: self[name] for name in self}

    def setdefault(self, key, value):
        try:
            return self[key]
        except KeyError:
            self[key] = value
            return self[key]

    def __or__(self, other):
        return self.copy() | dict(other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return dict(other) | self.copy() if isinstance(other, Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _encode_text(value):
    if isinstance(value, str):
        return fsencode(value)
    raise TypeError(f'str expected, not {type(value).__name__}')


def _check_bytes(value):
    if isinstance(value, bytes):
        return value
    raise TypeError(f'bytes expected, not {type(value).__name__}')


environ = _Environ(posix.environ, _encode_text, fsdecode, _encode_text, fsdecode)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist.
    The optional second argument can specify an alternate default.
    key, default and the result are str."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """Get an environment variable, return None if it doesn't exist.
    The optional second argument can specify an alternate default.
    key, default and the result are bytes."""
    return environb.get(key, default)


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """Open a stream over a descriptor."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def _get_exports_list(module):
    """The public names of a module."""
    names = getattr(module, '__all__', None)
    return list(names) if names is not None else [name for name in dir(module) if not name.startswith('_')]


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


PathLike.register(posix.DirEntry)
