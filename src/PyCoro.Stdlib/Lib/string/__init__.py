"""A collection of string constants, and the classes Template and Formatter (library reference: string)."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split the argument into words, capitalize each, and join them again."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


def __getattr__(name):
    # Template compiles a pattern, whose flags are an enumeration: far more than the rest takes, and constants are what
    # most programs want.
    if name == "Template":
        from string._template import Template
        globals()[name] = Template
        return Template
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), "Template"})


def _parse(text):
    """Split a format string into (literal, field, spec, conversion)."""
    literal = []
    place = 0
    end = len(text)
    while place < end:
        c = text[place]
        place += 1
        if c == "{" or c == "}":
            if place < end and text[place] == c:
                literal.append(c)
                place += 1
                continue
            if c == "}":
                raise ValueError("Single '}' encountered in format string")
            if place == end:
                raise ValueError("Single '{' encountered in format string")
            start = place
            depth = 1
            while place < end:
                if text[place] == "{":
                    depth += 1
                elif text[place] == "}":
                    depth -= 1
                    if not depth:
                        break
                place += 1
            else:
                raise ValueError("expected '}' before end of string")
            yield ("".join(literal), *_split_field(text[start:place]))
            literal = []
            place += 1
        else:
            literal.append(c)
    if literal:
        yield "".join(literal), None, None, None


def _split_field(field):
    brackets = 0
    for place, c in enumerate(field):
        if c == "[":
            brackets += 1
        elif c == "]" and brackets:
            brackets -= 1
        elif brackets:
            continue
        elif c == "{":
            raise ValueError("unexpected '{' in field name")
        elif c == ":":
            return field[:place], field[place + 1:], None
        elif c == "!":
            if place + 1 >= len(field):
                raise ValueError("end of string while looking for conversion specifier")
            rest = field[place + 2:]
            if rest and rest[0] != ":":
                raise ValueError("expected ':' after conversion specifier")
            return field[:place], rest[1:], field[place + 1]
    return field, "", None


def _split_name(name):
    """The first part of a field name, and an iterator of (is an attribute?, key) over the others."""
    place = 0
    while place < len(name) and name[place] not in ".[":
        place += 1
    return _number_or_text(name[:place]), _keys(name, place)


def _number_or_text(text):
    return int(text) if text.isdecimal() else text


def _keys(name, place):
    while place < len(name):
        if name[place] == ".":
            start = place = place + 1
            while place < len(name) and name[place] not in ".[":
                place += 1
            if start == place:
                raise ValueError("Empty attribute in format string")
            yield True, name[start:place]
        elif name[place] == "[":
            close = name.find("]", place)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            if close == place + 1:
                raise ValueError("Empty attribute in format string")
            yield False, _number_or_text(name[place + 1:close])
            place = close + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")


class Formatter:
    """The formatting of str.format() with parts that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
