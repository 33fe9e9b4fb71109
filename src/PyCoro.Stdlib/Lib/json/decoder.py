"""Implementation of JSONDecoder."""

from . import scanner

try:
    from _json import scanstring as c_scanstring
except ImportError:
    c_scanstring = None

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")
_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_SPACES = " \t\n\r"


class JSONDecodeError(ValueError):
    """Subclass of ValueError with the following additional properties:

    msg: The unformatted error message
    doc: The JSON document being parsed
    pos: The start index of doc where parsing failed
    lineno: The line corresponding to pos
    colno: The column corresponding to pos
    """

    def __init__(self, msg, doc, pos):
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def py_scanstring(s, end, strict=True):
    """The string that begins at s[end], behind its quote, and the index behind its closing quote.

    Without ``strict`` control characters may stand in it.
    """
    import re

    match_plain = re.compile(r'[^"\\\x00-\x1f]*').match
    begin = end - 1
    parts = []
    while True:
        match = match_plain(s, end)
        if match is None or match.end() == len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        parts.append(match.group())
        end = match.end()
        letter = s[end]
        if letter == '"':
            return "".join(parts), end + 1
        if letter != "\\":
            if strict:
                raise JSONDecodeError(f"Invalid control character {letter!r} at", s, end)
            parts.append(letter)
            end += 1
            continue
        escape = s[end + 1:end + 2]
        if not escape:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if escape != "u":
            if escape not in _ESCAPES:
                raise JSONDecodeError(f"Invalid \\escape: {escape!r}", s, end + 1)
            parts.append(_ESCAPES[escape])
            end += 2
            continue
        code = _code(s, end + 1)
        end += 6
        if 0xD800 <= code < 0xDC00 and s.startswith("\\u", end):
            low = _code(s, end + 1)
            if 0xDC00 <= low < 0xE000:
                code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                end += 6
        parts.append(chr(code))


def _code(s, place):
    """The number behind the u of an escape at s[place]."""
    digits = s[place + 1:place + 5]
    if len(digits) != 4 or not set(digits) <= _HEX_DIGITS:
        raise JSONDecodeError("Invalid \\uXXXX escape", s, place)
    return int(digits, 16)


scanstring = c_scanstring or py_scanstring


try:
    from _json import skip_spaces as _skip
except ImportError:
    def _skip(s, place):
        while place < len(s) and s[place] in _SPACES:
            place += 1
        return place


class JSONDecoder:
    """Simple JSON decoder"""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}
        self.parse_string = scanstring
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s):
        """Return the Python representation of ``s`` (a ``str`` instance containing a JSON document)."""
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """Decode a JSON document from ``s`` (a ``str`` beginning with a JSON document) and return a 2-tuple of the
        Python representation and the index in ``s`` where the document ended."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None
