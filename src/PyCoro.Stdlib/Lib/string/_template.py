"""string.Template (PEP 292)."""

import re

_no_mapping = {}


class Template:
    """A string class for supporting $-substitutions."""

    __module__ = "string"

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            mark = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})"
                       rf"|{{(?P<braced>{braced})}}|(?P<invalid>))")
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        place = mo.start("invalid")
        lines = self.template[:place].splitlines(keepends=True)
        if lines:
            column = place - len("".join(lines[:-1]))
            line = len(lines)
        else:
            column = line = 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _mapping(self, mapping, kws):
        if mapping is _no_mapping:
            return kws
        if not kws:
            return mapping
        from collections import ChainMap
        return ChainMap(kws, mapping)

    def _replace(self, mapping, missing):
        def convert(mo):
            name = mo.group("named") or mo.group("braced")
            if name is not None:
                return missing(mo, mapping, name)
            if mo.group("escaped") is not None:
                return self.delimiter
            if mo.group("invalid") is not None:
                return self._on_invalid(mo, missing)
            raise ValueError("Unrecognized named group in pattern", self.pattern)
        return self.pattern.sub(convert, self.template)

    def _on_invalid(self, mo, missing):
        if missing is _keep:
            return mo.group()
        self._invalid(mo)

    def substitute(self, mapping=_no_mapping, /, **kws):
        return self._replace(self._mapping(mapping, kws), _demand)

    def safe_substitute(self, mapping=_no_mapping, /, **kws):
        return self._replace(self._mapping(mapping, kws), _keep)

    def is_valid(self):
        for mo in self.pattern.finditer(self.template):
            if mo.group("invalid") is not None:
                return False
            if mo.group("named") is None and mo.group("braced") is None and mo.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return True

    def get_identifiers(self):
        names = []
        for mo in self.pattern.finditer(self.template):
            name = mo.group("named") or mo.group("braced")
            if name is not None:
                if name not in names:
                    names.append(name)
            elif mo.group("invalid") is None and mo.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return names


def _demand(mo, mapping, name):
    return str(mapping[name])


def _keep(mo, mapping, name):
    try:
        return str(mapping[name])
    except KeyError:
        return mo.group()


Template.__init_subclass__()
