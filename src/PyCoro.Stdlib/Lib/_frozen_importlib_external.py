"""Where the finders and loaders of the path based part of the import system say they come from."""

from importlib._bootstrap_external import *
from importlib._bootstrap_external import (ExtensionFileLoader, FileFinder, NamespaceLoader, PathFinder, SourceFileLoader,
                                           SourcelessFileLoader)
