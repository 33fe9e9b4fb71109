"""Implementation of JSONEncoder"""

from _json import encode_basestring, encode_basestring_ascii

__all__ = ["JSONEncoder"]

INFINITY = float("inf")
c_make_encoder = None
py_encode_basestring = c_encode_basestring = encode_basestring
py_encode_basestring_ascii = c_encode_basestring_ascii = encode_basestring_ascii


class JSONEncoder:
    """Extensible JSON <https://json.org> encoder for Python data structures."""

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
        chunks = []
        _Writer(self, chunks.append).write(o, 0)
        return "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        """Encode the given object and yield each string representation as available."""
        chunks = []
        _Writer(self, chunks.append).write(o, 0)
        return iter(chunks)


class _Writer:
    """Writes one document."""

    def __init__(self, encoder, emit):
        self.encoder = encoder
        self.emit = emit
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.open = {} if encoder.check_circular else None
        indent = encoder.indent
        self.indent = " " * indent if indent is not None and not isinstance(indent, str) else indent

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
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def write(self, o, level):
        text = self.atom(o)
        if text is not None:
            self.emit(text)
            return
        mark = id(o)
        if self.open is not None:
            if mark in self.open:
                raise ValueError("Circular reference detected")
            self.open[mark] = o
        if isinstance(o, dict):
            self.write_dict(o, level)
        elif isinstance(o, (list, tuple)):
            self.write_list(o, level)
        else:
            self.write(self.encoder.default(o), level)
        if self.open is not None:
            del self.open[mark]

    def separators(self, level):
        separator = self.encoder.item_separator
        if self.indent is None:
            return "", separator, ""
        inner = "\n" + self.indent * (level + 1)
        return inner, separator + inner, "\n" + self.indent * level

    def write_list(self, items, level):
        if not items:
            self.emit("[]")
            return
        before, between, after = self.separators(level)
        self.emit("[" + before)
        first = True
        for item in items:
            if not first:
                self.emit(between)
            first = False
            self.write(item, level + 1)
        self.emit(after + "]")

    def key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.number(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def write_dict(self, dct, level):
        if not dct:
            self.emit("{}")
            return
        before, between, after = self.separators(level)
        colon = self.encoder.key_separator
        self.emit("{" + before)
        items = sorted(dct.items()) if self.encoder.sort_keys else dct.items()
        first = True
        for key, value in items:
            name = self.key(key)
            if name is None:
                continue
            if not first:
                self.emit(between)
            first = False
            self.emit(self.string(name) + colon)
            self.write(value, level + 1)
        self.emit(after + "}")
