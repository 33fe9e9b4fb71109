"""
Loaders in Python: what a class needs to give to be one (library reference: importlib.abc), and keeping bytecode, which the
interpreter's own loaders leave to this module.
"""

import _imp
import sys

from importlib import _bytecode
from importlib._bytecode import MAGIC_NUMBER, cache_from_source


def _load_module_shim(loader, fullname):
    """load_module() by exec_module(): the module that is there already runs again."""
    from importlib.util import spec_from_loader
    spec = spec_from_loader(fullname, loader)
    module = sys.modules.get(fullname)
    if module is None:
        return _imp._load(spec)
    _imp._init_module_attrs(spec, module, override=True)
    loader.exec_module(module)
    return sys.modules[fullname]


class _LoaderBasics:
    """What loaders of code have in common."""

    def is_package(self, fullname):
        """Whether the file is the __init__ of the module's folder."""
        import os
        base = os.path.split(self.get_filename(fullname))[1].rsplit('.', 1)[0]
        return base == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def create_module(self, spec):
        """Use default semantics for module creation."""

    def exec_module(self, module):
        """Execute the module."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        exec(code, module.__dict__)

    def load_module(self, fullname):
        """Load the module. Deprecated: exec_module() is what the import system calls."""
        return _load_module_shim(self, fullname)


class SourceLoader(_LoaderBasics):
    """Loading from source, with bytecode kept beside it."""

    def path_mtime(self, path):
        """The modification time (an int) of a path; OSError when there is none."""
        raise OSError

    def path_stats(self, path):
        """A dict with the 'mtime' and perhaps the 'size' of a path; OSError when there is none."""
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        """Write bytes to a path, if that can be done; here it cannot."""

    def _cache_bytecode(self, source_path, cache_path, data):
        return self.set_data(cache_path, data)

    def get_source(self, fullname):
        """The source of a module."""
        from importlib.util import decode_source
        path = self.get_filename(fullname)
        try:
            source = self.get_data(path)
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error
        return decode_source(source)

    def source_to_code(self, data, path, *, _optimize=-1):
        """Return the code object compiled from source: anything that compile() takes."""
        return compile(data, path, 'exec', dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        """The code of a module: from its bytecode file if that is up to date, else compiled, and then kept if it can be."""
        path = self.get_filename(fullname)
        kept = _Kept(self, fullname, path)
        code = kept.read()
        if code is None:
            source = kept.source()
            code = self.source_to_code(source, path)
            kept.write(code, source)
        return code


class _Kept:
    """The bytecode file of a source: read, and written again with the same kind of header."""

    def __init__(self, loader, name, source_path):
        self.loader, self.name, self.source_path = loader, name, source_path
        self.path = self.mtime = self.size = self.bytes = None
        self.hashed = False
        self.checked = True
        try:
            self.path = cache_from_source(source_path)
            stats = loader.path_stats(source_path)
        except (NotImplementedError, OSError):
            return
        self.mtime, self.size = int(stats['mtime']), stats.get('size')

    def source(self):
        if self.bytes is None:
            self.bytes = self.loader.get_data(self.source_path)
        return self.bytes

    def read(self):
        """The code, None when there is no valid file."""
        if self.mtime is None:
            return None
        try:
            data = self.loader.get_data(self.path)
        except OSError:
            return None
        try:
            flags = _bytecode._classify_pyc(data, self.name, {})
            self.hashed, self.checked = bool(flags & 1), bool(flags & 2)
            return _bytecode._code_of_file(
                data, self.name, self.path, self.source_path, lambda whole: self.source() if whole else (self.mtime, self.size))
        except (ImportError, EOFError):
            return None

    def write(self, code, source):
        if sys.dont_write_bytecode or self.mtime is None:
            return
        if self.hashed:
            data = _bytecode._code_to_hash_pyc(code, _bytecode.source_hash(source), self.checked)
        else:
            data = _bytecode._code_to_timestamp_pyc(code, self.mtime, len(source))
        try:
            self.loader._cache_bytecode(self.source_path, self.path, data)
        except NotImplementedError:
            pass


def _calc_mode(path):
    """Permissions of a bytecode file: those of its source, and writable."""
    import os
    import stat
    try:
        mode = os.stat(path).st_mode
    except OSError:
        mode = 0o666
    return stat.S_IMODE(mode) | 0o200


def _write_atomic(path, data, mode=0o666):
    """Write a file so that others see all of it or nothing."""
    import os
    temporary = f'{path}.{id(path)}'
    descriptor = os.open(temporary, os.O_EXCL | os.O_CREAT | os.O_WRONLY, mode & 0o666)
    try:
        with open(descriptor, 'wb') as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            pass
        raise


def _keep(path, data, mode=0o666):
    """Write a bytecode file and the folders above it; where that is forbidden nothing is kept."""
    import os
    try:
        os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
        _write_atomic(path, data, mode)
    except OSError:
        pass


class FileLoader:
    """What loaders of one file have in common."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _check_name(self, name):
        if name is not None and name != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {name}', name=name)

    def load_module(self, fullname=None):
        """Load the module. Deprecated: exec_module() is what the import system calls."""
        self._check_name(fullname)
        return super().load_module(self.name)

    def get_filename(self, name=None):
        """Return the path to the source file as found by the finder."""
        self._check_name(name)
        return self.path

    def get_data(self, path):
        """Return the data from path as raw bytes."""
        import io
        with io.open_code(str(path)) if str(path).endswith('.py') else io.FileIO(path, 'r') as file:
            return file.read()

    def get_resource_reader(self, name=None):
        """The files beside the package's code, for importlib.resources."""
        self._check_name(name)
        from importlib.readers import FileReader
        return FileReader(self)


class ExtensionFileLoader(FileLoader, _LoaderBasics):
    """Loader of extension modules, which need CPython's C API: they can be named and not be loaded."""

    def create_module(self, spec):
        raise ImportError(f'an extension module cannot be loaded: {self.path}', name=self.name, path=self.path)

    def exec_module(self, module):
        self.create_module(None)

    def get_code(self, fullname):
        """Return None as an extension module cannot create a code object."""
        return None

    def get_source(self, fullname):
        """Return None as extension modules have no source code."""
        return None


# Under CPython's names, which messages and reprs show.
for _class in (_LoaderBasics, SourceLoader, FileLoader, ExtensionFileLoader):
    _class.__module__ = '_frozen_importlib_external'
