"""Where a definition ends in the source: lines are joined to statements, and statements belong to it by their indentation."""

_QUOTES = ('"""', "'''", '"', "'")


class _Statement:
    """One statement, or one line without any: where it ends, how far it is indented, the last character that is code."""

    def __init__(self, lines, start):
        first = lines[start].expandtabs()
        self.text = first.strip()
        self.indent = len(first) - len(first.lstrip())
        self.last = ""
        self.end = self._scan(lines, start)

    def _scan(self, lines, start):
        depth, quote = 0, None
        for number in range(start, len(lines)):
            line = lines[number].rstrip("\r\n")
            place, continued = 0, False
            while place < len(line):
                if quote:
                    if line[place] == "\\":
                        place += 2
                        continue
                    if line.startswith(quote, place):
                        place += len(quote)
                        quote = None
                    else:
                        place += 1
                    continue
                char = line[place]
                if char == "#":
                    break
                opened = next((each for each in _QUOTES if line.startswith(each, place)), None)
                if opened:
                    quote, self.last = opened, opened
                    place += len(opened)
                    continue
                if char == "\\" and place == len(line) - 1:
                    continued = True
                elif not char.isspace():
                    self.last = char
                    depth += (char in "([{") - (char in ")]}")
                place += 1
            if quote and len(quote) == 1:
                # Goes on only behind a backslash.
                quote = None if not line.endswith("\\") else quote
            if depth <= 0 and not quote and not continued:
                return number + 1
        return len(lines)


def length_of_block(lines):
    """The number of lines of the definition that the lines begin with; of a lambda, or anything else, its statement."""
    header = _Statement(lines, 0)
    while header.text.startswith("@") and header.end < len(lines):
        header = _next(lines, header.end)
    is_definition = header.text.startswith(("def ", "class ", "async "))
    end = header.end
    if not is_definition or header.last != ":":
        return end
    at = end
    body = None
    while at < len(lines):
        statement = _Statement(lines, at)
        at = statement.end
        if not statement.text:
            continue
        if statement.text.startswith("#"):
            # Comments belong to it when they stand no further left than its first statement.
            if statement.indent >= (header.indent + 1 if body is None else body):
                end = at
        elif statement.indent > header.indent:
            end = at
            body = body or statement.indent
        else:
            break
    return end


def _next(lines, start):
    statement = _Statement(lines, start)
    # Comments and empty lines may stand between decorators and what they decorate.
    while not statement.last and statement.end < len(lines):
        statement = _Statement(lines, statement.end)
    return statement
