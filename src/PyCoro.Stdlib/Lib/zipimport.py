"""
Import modules from ZIP archives (library reference: zipimport). The format is that of PKWARE's APPNOTE: the directory at the
end of the file tells where each member begins and how it is packed.
"""

import sys

from importlib import _bytecode
from importlib._loaders import _LoaderBasics, _load_module_shim

__all__ = ['ZipImportError', 'zipimporter']

path_sep = '/'
_END = b'PK\x05\x06'
_MEMBER = b'PK\x01\x02'
_LOCAL = b'PK\x03\x04'
_END_SIZE = 22
_MEMBER_SIZE = 46
_LOCAL_SIZE = 30
_LONGEST_COMMENT = (1 << 16) - 1
_STORED, _DEFLATED = 0, 8
_UTF8 = 0x800
# How a module can be kept below its name, in the order of preference: suffix, is it bytecode, is it a package.
_FORMS = (('/__init__.pyc', True, True), ('/__init__.py', False, True), ('.pyc', True, False), ('.py', False, False))

# By archive: the entries by their names.
_zip_directory_cache = {}


class ZipImportError(ImportError):
    """What goes wrong with an archive."""


class zipimporter(_LoaderBasics):
    """zipimporter(archivepath) -> zipimporter object

    A finder and loader for modules in a ZIP file, or with a path that goes on inside of it, in a folder of it.
    archive is the path of the file, prefix the folder inside.
    """

    def __init__(self, path):
        if not isinstance(path, str):
            raise TypeError(f'expected str, not {type(path)!r}')
        if not path:
            raise ZipImportError('archive path is empty', path=path)
        archive, inside = _split(path)
        self._files = _directory_of(archive)
        self.archive = archive
        self.prefix = inside + path_sep if inside else ''

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{path_sep}{self.prefix}">'

    # --- finding

    def find_spec(self, fullname, target=None):
        """The spec of a module in the archive; None when it is not there."""
        from importlib.util import spec_from_loader
        form = self._form(fullname)
        if form is not None:
            return spec_from_loader(fullname, self, is_package=form[2])
        folder = self._stem(fullname)
        if folder + path_sep not in self._files:
            return None
        # A folder without __init__ is a portion of a namespace package.
        spec = type(__spec__)(fullname, None, is_package=True)
        spec.submodule_search_locations.append(self._path(folder))
        return spec

    def find_loader(self, fullname, path=None):
        """(loader, portions of a namespace package) of a module. Deprecated in favor of find_spec()."""
        _warn_deprecated('find_loader')
        spec = self.find_spec(fullname)
        if spec is None:
            return None, []
        return (self, []) if spec.loader is not None else (None, spec.submodule_search_locations)

    def find_module(self, fullname, path=None):
        """The loader of a module, itself, or None. Deprecated in favor of find_spec()."""
        _warn_deprecated('find_module')
        return self if self._form(fullname) is not None else None

    def invalidate_caches(self):
        """Read the archive's directory again; what cannot be read has no modules."""
        _zip_directory_cache.pop(self.archive, None)
        try:
            self._files = _directory_of(self.archive)
        except ZipImportError:
            self._files = {}

    # --- what is in a module

    def is_package(self, fullname):
        """Whether a module is a package; ZipImportError when it is not there."""
        return self._known_form(fullname)[2]

    def get_filename(self, fullname):
        """What __file__ of a module is; ZipImportError when it cannot be had."""
        return self._code_and_path(fullname)[1]

    def get_source(self, fullname):
        """The source of a module, None when there is only bytecode; ZipImportError when it is not there."""
        from importlib.util import decode_source
        is_package = self._known_form(fullname)[2]
        name = self._stem(fullname) + ('/__init__.py' if is_package else '.py')
        entry = self._files.get(name)
        return None if entry is None else decode_source(_read(self.archive, entry))

    def get_code(self, fullname):
        """The code object of a module; ZipImportError when it is not there."""
        return self._code_and_path(fullname)[0]

    def get_data(self, pathname):
        """The bytes of a member; a path may begin with the archive's. OSError when it is not there."""
        start = self.archive + path_sep
        name = pathname[len(start):] if pathname.startswith(start) else pathname
        try:
            entry = self._files[name]
        except KeyError:
            raise OSError(0, '', name) from None
        return _read(self.archive, entry)

    def get_resource_reader(self, fullname):
        """The files beside a package's code, for importlib.resources; None of what is no package."""
        try:
            if not self.is_package(fullname):
                return None
        except ZipImportError:
            return None
        from importlib.readers import ZipReader
        return ZipReader(self, fullname)

    # --- loading

    def load_module(self, fullname):
        """Load a module. Deprecated in favor of exec_module()."""
        _warn_deprecated('load_module', 'exec_module')
        self._known_form(fullname)
        return _load_module_shim(self, fullname)

    # --- places

    def _stem(self, fullname):
        return self.prefix + fullname.rpartition('.')[2]

    def _path(self, name):
        return f'{self.archive}{path_sep}{name}'

    def _form(self, fullname):
        stem = self._stem(fullname)
        for form in _FORMS:
            if stem + form[0] in self._files:
                return form
        return None

    def _known_form(self, fullname):
        form = self._form(fullname)
        if form is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return form

    def _code_and_path(self, fullname):
        """The code of a module, and the member it is from: valid bytecode, else source."""
        stem = self._stem(fullname)
        refused = None
        for suffix, is_bytecode, _ in _FORMS:
            name = stem + suffix
            entry = self._files.get(name)
            if entry is None:
                continue
            path = self._path(name)
            data = _read(self.archive, entry)
            if not is_bytecode:
                return compile(data, path, 'exec', dont_inherit=True), path
            try:
                return self._bytecode(fullname, name, data, path), path
            except (ImportError, EOFError) as error:
                # There may be source. If there is none, this is what to say.
                refused = error
        if refused is not None:
            raise ZipImportError(f'module load failed: {refused}', name=fullname) from refused
        raise ZipImportError(f"can't find module {fullname!r}", name=fullname)

    def _bytecode(self, fullname, name, data, path):
        source = self._files.get(name[:-1])
        if source is None:
            return _bytecode._code_alone(data, fullname, path)

        def about_source(whole):
            return _read(self.archive, source) if whole else (_bytecode_time(source, data), source[3])
        return _bytecode._code_of_file(data, fullname, path, path, about_source)


def _warn_deprecated(method, instead='find_spec'):
    import warnings
    warnings.warn(f'zipimporter.{method}() is deprecated and slated for removal in Python 3.12; use {instead}() instead',
                  DeprecationWarning, stacklevel=3)


# --- the archive

def _split(path):
    """The archive that a path leads to or through, and the rest of the path."""
    import os
    import stat
    archive, inside = path, ''
    while True:
        try:
            status = os.stat(archive)
        except (OSError, ValueError):
            shorter, _, name = archive.rpartition(path_sep)
            if not shorter:
                raise ZipImportError('not a Zip file', path=path) from None
            archive, inside = shorter, f'{name}{path_sep}{inside}'
            continue
        if not stat.S_ISREG(status.st_mode):
            raise ZipImportError('not a Zip file', path=path)
        return archive, inside.rstrip(path_sep)


def _directory_of(archive):
    files = _zip_directory_cache.get(archive)
    if files is None:
        files = _zip_directory_cache[archive] = _read_directory(archive)
    return files


def _number(data, place, size):
    return int.from_bytes(data[place:place + size], 'little')


def _open(archive):
    try:
        return open(archive, 'rb')
    except OSError:
        raise ZipImportError(f"can't open Zip file: {archive!r}", path=archive) from None


def _find_end(file, archive):
    """Where the record begins that ends the archive, and the record: a comment may follow, and other data precede the archive."""
    try:
        file.seek(0, 2)
        size = file.tell()
        if size < _END_SIZE:
            raise EOFError
        file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
        tail = file.read()
    except (OSError, EOFError):
        raise ZipImportError(f"can't read Zip file: {archive!r}", path=archive) from None
    place = tail.rfind(_END)
    if place < 0:
        raise ZipImportError(f'not a Zip file: {archive!r}', path=archive)
    record = tail[place:place + _END_SIZE]
    if len(record) < _END_SIZE:
        raise ZipImportError(f'corrupt Zip file: {archive!r}', path=archive)
    return size - len(tail) + place, record


def _read_directory(archive):
    """The entries of an archive by their names: (path, method, packed size, size, offset, time, date, checksum)."""
    with _open(archive) as file:
        end, record = _find_end(file, archive)
        size, offset = _number(record, 12, 4), _number(record, 16, 4)
        if end < size:
            raise ZipImportError(f'bad central directory size: {archive!r}', path=archive)
        if end < offset:
            raise ZipImportError(f'bad central directory offset: {archive!r}', path=archive)
        # What stands before the archive, a script that starts it perhaps, moves all places.
        moved = end - size - offset
        if moved < 0:
            raise ZipImportError(f'bad central directory size or offset: {archive!r}', path=archive)
        file.seek(end - size)
        directory = file.read(size)
    files = {}
    place = 0
    while directory[place:place + 4] == _MEMBER:
        header = directory[place:place + _MEMBER_SIZE]
        if len(header) < _MEMBER_SIZE:
            raise EOFError('EOF read where not expected')
        name_size, extra_size, comment_size = _number(header, 28, 2), _number(header, 30, 2), _number(header, 32, 2)
        local = _number(header, 42, 4)
        if local > offset:
            raise ZipImportError(f'bad local header offset: {archive!r}', path=archive)
        raw = directory[place + _MEMBER_SIZE:place + _MEMBER_SIZE + name_size]
        name = raw.decode('utf-8' if _number(header, 8, 2) & _UTF8 else 'cp437')
        files[name] = (f'{archive}{path_sep}{name}', _number(header, 10, 2), _number(header, 20, 4), _number(header, 24, 4),
                       local + moved, _number(header, 12, 2), _number(header, 14, 2), _number(header, 16, 4))
        place += _MEMBER_SIZE + name_size + extra_size + comment_size
    return files


def _read(archive, entry):
    """The bytes of a member."""
    _, method, packed_size, _, offset, *_ = entry
    with _open(archive) as file:
        file.seek(offset)
        header = file.read(_LOCAL_SIZE)
        if len(header) < _LOCAL_SIZE:
            raise EOFError('EOF read where not expected')
        if header[:4] != _LOCAL:
            raise ZipImportError(f'bad local file header: {archive!r}', path=archive)
        file.seek(_number(header, 26, 2) + _number(header, 28, 2), 1)
        data = file.read(packed_size)
    if len(data) != packed_size:
        raise OSError("zipimport: can't read data")
    if method == _STORED:
        return data
    if method != _DEFLATED:
        raise ZipImportError(f'unsupported compression method {method}: {archive!r}', path=archive)
    try:
        from zlib import decompress
    except ImportError:
        raise ZipImportError("can't decompress data; zlib not available") from None
    return decompress(data, -15)


def _bytecode_time(source, data):
    """The time of a source that bytecode claims, if it is that of the archive, whose times are counted in two seconds."""
    import time
    date, clock = source[6], source[5]
    stamp = int(time.mktime(((date >> 9) + 1980, date >> 5 & 15, date & 31, clock >> 11, clock >> 5 & 63, (clock & 31) * 2, -1, -1, -1)))
    claimed = _number(data, 8, 4)
    return claimed if abs(claimed - stamp) <= 1 else stamp
