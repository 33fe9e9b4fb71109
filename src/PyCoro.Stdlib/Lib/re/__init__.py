"""Regular expressions: the public face of the native module _regex, which reads and matches patterns.

What is here: a cache of compiled patterns in front of it, the flags, the error class, and Scanner.
"""

import _regex
from _regex import Match, Pattern


# The flags are an enumeration, which takes longer to make than all the rest: it is made when one is asked for.
_FLAGS = frozenset((
    "RegexFlag", "NOFLAG", "A", "ASCII", "I", "IGNORECASE", "L", "LOCALE", "U", "UNICODE", "M", "MULTILINE", "S", "DOTALL",
    "X", "VERBOSE", "T", "TEMPLATE", "DEBUG",
))


def __getattr__(name):
    if name in _FLAGS:
        from ._flags import RegexFlag
        globals().update(RegexFlag.__members__, RegexFlag=RegexFlag)
        return globals()[name]
    if name in ("_compiler", "_constants"):
        import importlib
        return importlib.import_module(f"re.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_FLAGS})


__all__ = [
    "A", "ASCII", "DOTALL", "I", "IGNORECASE", "L", "LOCALE", "M", "MULTILINE", "Match", "NOFLAG", "Pattern", "RegexFlag",
    "S", "U", "UNICODE", "VERBOSE", "X", "compile", "error", "escape", "findall", "finditer", "fullmatch", "match",
    "purge", "search", "split", "sub", "subn", "template",
]
__version__ = "2.2.1"


class error(Exception):
    """A pattern that cannot be compiled, with the place in it: pos counts from 0, lineno and colno from 1."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        text = msg
        if pattern is not None and pos is not None:
            line_end = "\n" if isinstance(pattern, str) else b"\n"
            before = pattern[:pos]
            self.lineno = before.count(line_end) + 1
            self.colno = pos - before.rfind(line_end)
            text += f" at position {pos}"
            if line_end in pattern:
                text += f" (line {self.lineno}, column {self.colno})"
        Exception.__init__(self, text)


def _warn(message, category):
    import sys
    import warnings
    # It is about the first caller that is none of the functions here.
    frame, level = sys._getframe(1), 2
    while frame is not None and frame.f_globals is globals():
        frame, level = frame.f_back, level + 1
    warnings.warn(message, category, stacklevel=level)


_regex.register(error, _warn)

# Compiled patterns by what they were made of, the oldest first; as many as CPython keeps.
_compiled = {}
_most = 512


def _compile(pattern, flags):
    flags = int(flags)
    made = _compiled.get((type(pattern), pattern, flags))
    if made is not None:
        return made
    if isinstance(pattern, Pattern):
        if flags == 0:
            return pattern
        raise ValueError("cannot process flags argument with a compiled pattern")
    if flags & 1:
        _warn("The re.TEMPLATE/re.T flag is deprecated as it is an undocumented flag without an obvious purpose. "
              "Don't use it.", DeprecationWarning)
    made = _regex.compile(pattern, flags)
    if not flags & 128:
        while len(_compiled) >= _most:
            del _compiled[next(iter(_compiled))]
        _compiled[type(pattern), pattern, flags] = made
    return made


def compile(pattern, flags=0):
    """The Pattern that a text means."""
    return _compile(pattern, flags)


def template(pattern, flags=0):
    """Deprecated: compile() with the flag TEMPLATE."""
    _warn("The re.template() function is deprecated as it is an undocumented feature without an obvious purpose. "
          "Use re.compile() instead.", DeprecationWarning)
    return _regex.compile(pattern, int(flags) | 1)


def purge():
    """Forget all cached patterns."""
    _compiled.clear()


def match(pattern, string, flags=0):
    """Match at the beginning of the string; None when it does not."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Match the string as a whole; None when it does not."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match anywhere in the string, or None."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """All matches from left to right: the texts, or the groups where the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """All matches from left to right, one Match at a time."""
    return _compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    """The pieces between the matches, with the groups of the matches among them."""
    return _compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with matches replaced, by a template or by what a function makes of each Match."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """As sub(), with the number of replacements: (string, number)."""
    return _compile(pattern, flags).subn(repl, string, count)


_escapes = {ord(character): "\\" + character for character in "\t\n\v\f\r #$&()*+-.?[\\]^{|}~"}


def escape(pattern):
    """A pattern that matches exactly the given text."""
    if isinstance(pattern, str):
        return pattern.translate(_escapes)
    return bytes(pattern).decode("latin-1").translate(_escapes).encode("latin-1")


class Scanner:
    """Cuts a text into tokens by a list of (pattern, action): an action is called with the scanner and the text, any other
    value but None stands for itself, None drops the token."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        for pattern, _ in lexicon:
            if _compile(pattern, flags).groups:
                raise ValueError("Cannot use capturing groups in re.Scanner")
        self.scanner = _compile("|".join(f"({pattern})" for pattern, _ in lexicon), flags)

    def scan(self, string):
        """The tokens, and the rest of the text that no pattern matches."""
        tokens, at = [], 0
        for found in iter(self.scanner.scanner(string).match, None):
            if found.end() == at:
                break
            at = found.end()
            token = self.lexicon[found.lastindex - 1][1]
            if callable(token):
                self.match = found
                token = token(self, found.group())
            if token is not None:
                tokens.append(token)
        return tokens, string[at:]
