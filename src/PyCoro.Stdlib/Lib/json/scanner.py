"""The scanner behind JSONDecoder: native, and in Python where there is no _json."""

# The module re is needed by the Python version only, and waits until that runs.

try:
    from _json import make_scanner as c_make_scanner
except ImportError:
    c_make_scanner = None

__all__ = ["make_scanner"]

_NUMBER = r"(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?"
_WORDS = {"null": None, "true": True, "false": False}
_CONSTANTS = "NaN", "Infinity", "-Infinity"


def __getattr__(name):
    if name == "NUMBER_RE":
        import re
        return re.compile(_NUMBER)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def py_make_scanner(context):
    """A function (string, index) -> (value, index behind it) with the settings of a decoder."""
    import re
    from .decoder import JSONDecodeError

    match_number = re.compile(_NUMBER).match
    match_spaces = re.compile(r"[ \t\n\r]*").match
    strict = context.strict
    read_string = context.parse_string
    keys = {}

    def skip(string, idx):
        return match_spaces(string, idx).end()

    def scan(string, idx):
        letter = string[idx:idx + 1] if idx >= 0 else ""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        if not letter:
            raise StopIteration(idx)
        if letter == '"':
            return read_string(string, idx + 1, strict)
        if letter == "{":
            return read_object(string, idx + 1)
        if letter == "[":
            return read_array(string, idx + 1)
        match = match_number(string, idx)
        if match is not None:
            integer, fraction, exponent = match.groups()
            if fraction or exponent:
                return context.parse_float(integer + (fraction or "") + (exponent or "")), match.end()
            return context.parse_int(integer), match.end()
        for word, value in _WORDS.items():
            if string.startswith(word, idx):
                return value, idx + len(word)
        for word in _CONSTANTS:
            if string.startswith(word, idx):
                return context.parse_constant(word), idx + len(word)
        raise StopIteration(idx)

    def read_value(string, idx):
        try:
            return scan(string, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", string, err.value) from None

    def read_array(string, idx):
        result = []
        idx = skip(string, idx)
        if string[idx:idx + 1] == "]":
            return result, idx + 1
        while True:
            value, idx = read_value(string, idx)
            result.append(value)
            idx = skip(string, idx)
            letter = string[idx:idx + 1]
            if letter == "]":
                return result, idx + 1
            if letter != ",":
                raise JSONDecodeError("Expecting ',' delimiter", string, idx)
            idx = skip(string, idx + 1)

    def read_object(string, idx):
        pairs = []
        idx = skip(string, idx)
        if string[idx:idx + 1] == "}":
            return finish(pairs), idx + 1
        while True:
            if string[idx:idx + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", string, idx)
            key, idx = read_string(string, idx + 1, strict)
            key = keys.setdefault(key, key)
            idx = skip(string, idx)
            if string[idx:idx + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", string, idx)
            value, idx = read_value(string, skip(string, idx + 1))
            pairs.append((key, value))
            idx = skip(string, idx)
            letter = string[idx:idx + 1]
            if letter == "}":
                return finish(pairs), idx + 1
            if letter != ",":
                raise JSONDecodeError("Expecting ',' delimiter", string, idx)
            idx = skip(string, idx + 1)

    def finish(pairs):
        if context.object_pairs_hook is not None:
            return context.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if context.object_hook is None else context.object_hook(result)

    def scan_once(string, idx):
        try:
            return scan(string, idx)
        finally:
            keys.clear()

    return scan_once


make_scanner = c_make_scanner or py_make_scanner
