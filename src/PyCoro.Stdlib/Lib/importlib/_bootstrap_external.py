"""The path based part of the import system under the name by which some modules ask for it."""

from importlib.machinery import *
from importlib.machinery import (BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SOURCE_SUFFIXES, ExtensionFileLoader, FileFinder,
                                 NamespaceLoader, PathFinder, SourceFileLoader, SourcelessFileLoader)
from importlib.util import cache_from_source, decode_source, source_from_cache, spec_from_file_location
