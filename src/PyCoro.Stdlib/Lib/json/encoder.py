"""Implementation of JSONEncoder: the work is done natively, and in Python where there is no _json."""

import sys

try:
    from _json import encode_basestring as c_encode_basestring
    from _json import encode_basestring_ascii as c_encode_basestring_ascii
    from _json import make_encoder as c_make_encoder
except ImportError:
    c_encode_basestring = c_encode_basestring_ascii = c_make_encoder = None

__all__ = ["JSONEncoder"]

INFINITY = float("inf")
ESCAPE_DCT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escaped(match):
    letter = match.group()
    known = ESCAPE_DCT.get(letter)
    if known is not None:
        return known
    code = ord(letter)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}"


def py_encode_basestring(s):
    """Return a JSON representation of a Python string"""
    import re
    escaped = re.sub(r'[\x00-\x1f\\"]', _escaped, s)
    return f'"{escaped}"'


def py_encode_basestring_ascii(s):
    """Return an ASCII-only JSON representation of a Python string"""
    import re
    escaped = re.sub(r'[\\"]|[^ -~]', _escaped, s)
    return f'"{escaped}"'


encode_basestring = c_encode_basestring or py_encode_basestring
encode_basestring_ascii = c_encode_basestring_ascii or py_encode_basestring_ascii


class JSONEncoder:
    """Extensible JSON <https://json.org> encoder for Python data structures.

    To extend it to other objects, subclass and implement a ``default()`` method that returns a serializable object for
    ``o`` if possible, and otherwise calls the superclass implementation (to raise ``TypeError``).
    """

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Return a serializable object for ``o``, or call the base implementation (to raise a ``TypeError``)."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """Return a JSON string representation of a Python data structure."""
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        """Encode the given object and yield each string representation as available."""
        string = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        markers = {} if self.check_circular else None
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        if c_make_encoder is None:
            return _Writer(self, string, markers, indent).write(o, 0)
        chunks = c_make_encoder(markers, self.default, string, indent, self.key_separator, self.item_separator,
                                self.sort_keys, self.skipkeys, self.allow_nan)(o, 0)
        return chunks if _one_shot else iter(chunks)


class _Writer:
    """Writes one document, piece by piece, without native help."""

    def __init__(self, encoder, string, markers, indent):
        self.encoder = encoder
        self.string = string
        self.markers = markers
        self.indent = indent
        self.depth = 0

    def atom(self, o):
        """The text of what is no container; None for others."""
        if isinstance(o, str):
            return self.string(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.number(o)
        return None

    def number(self, o):
        if o != o:
            text = "NaN"
        elif o == INFINITY:
            text = "Infinity"
        elif o == -INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def write(self, o, level):
        text = self.atom(o)
        if text is not None:
            yield text
            return
        # The chain of generators may be longer than a recursion may be deep; documents may not.
        if self.depth >= sys.getrecursionlimit():
            raise RecursionError("maximum recursion depth exceeded while encoding a JSON object")
        self.depth += 1
        mark = id(o)
        if self.markers is not None:
            if mark in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[mark] = o
        if isinstance(o, dict):
            yield from self.write_dict(o, level)
        elif isinstance(o, (list, tuple)):
            yield from self.write_list(o, level)
        else:
            yield from self.write(self.encoder.default(o), level)
        if self.markers is not None:
            del self.markers[mark]
        self.depth -= 1

    def separators(self, level):
        separator = self.encoder.item_separator
        if self.indent is None:
            return "", separator, ""
        inner = "\n" + self.indent * (level + 1)
        return inner, separator + inner, "\n" + self.indent * level

    def write_list(self, items, level):
        if not items:
            yield "[]"
            return
        before, between, after = self.separators(level)
        start = "[" + before
        for item in items:
            yield start
            start = between
            yield from self.write(item, level + 1)
        yield after + "]"

    def key(self, key):
        """The text of a key; None for one that is to be skipped."""
        text = key if isinstance(key, str) else self.atom(key)
        if text is None and not self.encoder.skipkeys:
            raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
        return text

    def write_dict(self, dct, level):
        if not dct:
            yield "{}"
            return
        before, between, after = self.separators(level)
        start = before
        yield "{"
        for key, value in sorted(dct.items()) if self.encoder.sort_keys else dct.items():
            name = self.key(key)
            if name is None:
                continue
            yield start + self.string(name) + self.encoder.key_separator
            start = between
            yield from self.write(value, level + 1)
        yield after + "}"
