# os and posixpath need each other; whichever comes first gets all of the other.
import posixpath

print(posixpath.join("a", "b"), posixpath.isabs("/a"))

import os

print(os.path is posixpath, os.sep == posixpath.sep)
