"""The scanner behind JSONDecoder, which is native."""

import re
from _json import Scanner as c_make_scanner

__all__ = ["make_scanner"]

make_scanner = c_make_scanner
NUMBER_RE = re.compile(r"(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?", re.VERBOSE | re.MULTILINE | re.DOTALL)
