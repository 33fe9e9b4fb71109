"""The body of an enumeration: which of its names become members, and with which values.

An enumeration's class body runs in a _EnumDict. It sorts every assignment at once, so that a name given twice or a value
asked for with auto() is settled on the line where it stands.
"""


class _Nothing:
    def __repr__(self):
        return "_auto_null"


_auto_null = _Nothing()


class auto:
    """A value that the enumeration finds itself; see _generate_next_value_."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class member:
    """Makes a member of what would not become one: a function, a descriptor, a nested class."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps a value of the body from becoming a member."""

    def __init__(self, value):
        self.value = value


def _underscored(name, edge):
    """Does the name stand between exactly the underscores of `edge`?"""
    width = len(edge)
    return (len(name) > 2 * width and name.startswith(edge) and name.endswith(edge)
            and name[width] != "_" and name[-width - 1] != "_")


def _is_sunder(name):
    """Is it a _name_ that enum keeps for itself?"""
    return _underscored(name, "_")


def _is_dunder(name):
    """Is it a __name__ of the language?"""
    return _underscored(name, "__")


def _is_private(class_name, name):
    """Is it what a __name of that class is mangled to?"""
    prefix = f"_{class_name}__"
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def _is_descriptor(value):
    """Would attribute access on a class or an instance ask this object?"""
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _words(names):
    return names.replace(",", " ").split() if isinstance(names, str) else list(names)


def _is_nested_class(class_name, value):
    return isinstance(value, type) and value.__qualname__.endswith(f"{class_name}.{value.__name__}")


# _names_ with a meaning that a body may give.
_MEANINGFUL = {
    "_order_", "_ignore_", "_generate_next_value_", "_missing_", "_numeric_repr_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_",
}
# Types whose instances are no descriptors, nor anything else with a meaning of its own.
_PLAIN = {int, str, float, bool, bytes, list, dict, set, frozenset, type(None)}


class _EnumDict(dict):
    """The names of a body; what is to become a member is noted apart, in order."""

    def __init__(self):
        super().__init__()
        self._cls_name = None
        self._member_names = {}
        self._seen_values = []
        self._ignored = []
        self._next_value = None
        self._has_auto = False

    def __setitem__(self, name, value):
        if name[:1] == "_" and self._is_special(name):
            name, value = self._special(name, value)
        elif name in self._member_names:
            raise TypeError(f"{name!r} already defined as {self[name]!r}")
        elif name not in self._ignored:
            value, wanted = self._sort_out(name, value)
            if wanted:
                if name in self:
                    raise TypeError(f"{name!r} already defined as {self[name]!r}")
                value = self._settle_autos(name, value)
                self._member_names[name] = None
        super().__setitem__(name, value)

    def update(self, *others, **names):
        """As for any dict, by way of the rules for single names."""
        for given in (dict(*others), names):
            for name, value in given.items():
                self[name] = value

    def _is_special(self, name):
        return _is_sunder(name) or _is_dunder(name) or self._cls_name is not None and _is_private(self._cls_name, name)

    def _special(self, name, value):
        if name == "__order__":
            name = "_order_"
        if self._cls_name is not None and _is_private(self._cls_name, name) or _is_dunder(name):
            return name, value
        if name not in _MEANINGFUL:
            raise ValueError(f"_sunder_ names, such as {name!r}, are reserved for future Enum use")
        if name == "_generate_next_value_":
            if self._has_auto:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._next_value = value
        elif name == "_order_":
            value = _words(value)
        elif name == "_ignore_":
            value = self._ignored = _words(value)
            taken = set(value) & set(self._member_names)
            if taken:
                raise ValueError(f"_ignore_ cannot specify already set names: {taken!r}")
        return name, value

    def _sort_out(self, name, value):
        """The value that the name stands for, and whether it is a member's."""
        kind = type(value)
        if kind in _PLAIN or kind is auto:
            return value, True
        if kind is member:
            return value.value, True
        if kind is nonmember:
            return value.value, False
        if _is_descriptor(value):
            return value, False
        if self._cls_name is not None and _is_nested_class(self._cls_name, value):
            import warnings
            warnings.warn("In 3.13 classes created inside an enum will not become a member.  "
                          "Use the `member` decorator to keep the current behavior.", DeprecationWarning, stacklevel=3)
        return value, True

    def _settle_autos(self, name, value):
        """Replaces auto() by a value, also inside a tuple; what members already have is what the next value depends on."""
        if type(value) is auto:
            value = self._find_value(name, value)
        elif type(value) is tuple and any(type(item) is auto for item in value):
            return tuple(self._noted(self._find_value(name, item)) if type(item) is auto else item for item in value)
        return self._noted(value)

    def _noted(self, value):
        self._seen_values.append(value)
        return value

    def _find_value(self, name, wish):
        if wish.value is _auto_null:
            wish.value = self._next_value(name, 1, len(self._member_names), self._seen_values[:])
            self._has_auto = True
        return wish.value
