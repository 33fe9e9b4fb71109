"""The parts of str.format() that string.Formatter is made of."""


def formatter_field_name_split(field_name, /):
    """The first part of a field's name and an iterator of (is attribute, name) for the rest."""
    _check(field_name)
    end = len(field_name)
    for place, char in enumerate(field_name):
        if char in '.[':
            end = place
            break
    first = field_name[:end]
    return int(first) if first.isdecimal() else first, _parts(field_name, end)


def _parts(name, place):
    while place < len(name):
        if name[place] == '.':
            end = place + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            part = name[place + 1:end]
            place = end
            is_attribute = True
        elif name[place] == '[':
            end = name.find(']', place)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            part = name[place + 1:end]
            place = end + 1
            is_attribute = False
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not part:
            raise ValueError('Empty attribute in format string')
        yield is_attribute, int(part) if not is_attribute and part.isdecimal() else part


def formatter_parser(format_string, /):
    """An iterator of (literal text, field name, format spec, conversion)."""
    _check(format_string)
    return _pieces(format_string)


def _check(text):
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')


def _pieces(format_string):
    text = []
    place = 0
    while place < len(format_string):
        char = format_string[place]
        following = format_string[place + 1:place + 2]
        if char not in '{}':
            text.append(char)
            place += 1
            continue
        if following == char:
            # A doubled brace ends a piece of text.
            yield ''.join(text) + char, None, None, None
            text = []
            place += 2
            continue
        if char == '}':
            raise ValueError("Single '}' encountered in format string")
        if not following:
            raise ValueError("Single '{' encountered in format string")
        depth = 1
        end = place + 1
        while end < len(format_string):
            if format_string[end] == '{':
                depth += 1
            elif format_string[end] == '}':
                depth -= 1
                if not depth:
                    break
            end += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        yield (''.join(text), *_field(format_string[place + 1:end]))
        text = []
        place = end + 1
    if text:
        yield ''.join(text), None, None, None


def _field(field):
    in_brackets = False
    for place, char in enumerate(field):
        if char == '[':
            in_brackets = True
        elif char == ']':
            in_brackets = False
        elif in_brackets:
            continue
        elif char == ':':
            return field[:place], field[place + 1:], None
        elif char == '!':
            conversion = field[place + 1:place + 2]
            if not conversion:
                raise ValueError("end of string while looking for conversion specifier")
            rest = field[place + 2:]
            if rest and rest[0] != ':':
                raise ValueError("expected ':' after conversion specifier")
            return field[:place], rest[1:], conversion
    return field, '', None
