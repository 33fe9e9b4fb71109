"""The path based part of the import system under the name by which some modules ask for it."""

import _imp
import marshal
import os as _os
import sys
from importlib._bytecode import (_RAW_MAGIC_NUMBER, MAGIC_NUMBER, _classify_pyc, _code_to_hash_pyc, _code_to_timestamp_pyc,
                                 _compile_bytecode, _get_sourcefile, _pack_uint32, _unpack_uint16, _unpack_uint32,
                                 _validate_hash_pyc, _validate_timestamp_pyc, cache_from_source, source_from_cache)
from importlib._loaders import ExtensionFileLoader, FileLoader, SourceLoader, _calc_mode, _LoaderBasics, _write_atomic
from importlib.machinery import *
from importlib.machinery import (BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SOURCE_SUFFIXES, FileFinder, NamespaceLoader, PathFinder,
                                 SourceFileLoader, SourcelessFileLoader)
from importlib.util import decode_source, spec_from_file_location
from os.path import isabs as _path_isabs, isdir as _path_isdir, isfile as _path_isfile, join as _path_join, split as _path_split

path_sep = _os.sep
path_separators = _os.sep
_NamespaceLoader = NamespaceLoader


def _get_supported_file_loaders():
    """Which loader loads files of which suffixes."""
    return [(SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)]
