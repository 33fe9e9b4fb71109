"""Enumerations made otherwise than by a class statement: from names, from constants of a module, from an ordinary class."""

import sys

from ._flag import Flag
from ._type import Enum, EnumType, ReprEnum


def create(base, class_name, names, module, qualname, data_type, start, boundary):
    """The functional API; EnumType.__call__ describes it."""
    metacls = type(base)
    bases = (base,) if data_type is None else (data_type, base)
    body = metacls.__prepare__(class_name, bases)
    for name, value in _pairs(base, names, start):
        body[name] = value
    if module is not None:
        body["__module__"] = module
    if qualname is not None:
        body["__qualname__"] = qualname
    made = metacls.__new__(metacls, class_name, bases, body, boundary=boundary)
    made.__init__(class_name, bases, body)
    if module is None:
        _make_class_unpicklable(made)
    return made


def _pairs(base, names, start):
    """(name, value) of every member to be."""
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for count, name in enumerate(names):
            values.append(base._generate_next_value_(name, start, count, values[:]))
        return list(zip(names, values))
    return [(item, names[item]) if isinstance(item, str) else item for item in names]


def _constants(module, filter, source):
    """The names and values that are to become members."""
    found = [(key, value) for key, value in vars(sys.modules[module] if source is None else source).items() if filter(key)]
    try:
        # By value first: the name found for a value must not depend on the order in the module.
        found.sort(key=lambda pair: (pair[1], pair[0]))
    except TypeError:
        found.sort(key=lambda pair: pair[0])
    return found


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    """The enumeration that _convert_ makes, by itself: the module keeps what it has."""
    return etype(name, _constants(module, filter, source), module=module, boundary=boundary)


def convert(base, name, module, filter, source, boundary, as_global):
    """EnumType._convert_: the constants of a module become members, in the module too."""
    namespace = vars(sys.modules[module])
    made = base._create_(name, dict(_constants(module, filter, source)), module=module, boundary=boundary)
    if as_global:
        global_enum(made)
    else:
        namespace.update(made.__members__)
    namespace[name] = made
    return made


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator: the enumeration, derived from etype, that has the body of an ordinary class."""
    def enumeration(cls):
        bases = (etype,)
        metacls = type(etype)
        body = metacls.__prepare__(cls.__name__, bases)
        for name, value in vars(cls).items():
            if name not in ("__dict__", "__weakref__"):
                body[name] = value
        body["__qualname__"] = cls.__qualname__
        return metacls(cls.__name__, bases, body, boundary=boundary)
    return enumeration


def _test_simple_enum(checked_enum, simple_enum):
    """Raises TypeError when an enumeration made by _simple_enum is not like the one made by a class statement."""
    found = []
    for name in sorted({*vars(checked_enum), *vars(simple_enum)} - {*checked_enum._member_map_, *simple_enum._member_map_}):
        if name in ("__module__", "__doc__", "__qualname__"):
            continue
        ours, theirs = (vars(each).get(name) for each in (checked_enum, simple_enum))
        if name in ("_member_map_", "_value2member_map_"):
            continue
        if name not in vars(checked_enum):
            found.append(f"extra key: {name!r}")
        elif name not in vars(simple_enum):
            found.append(f"missing key: {name!r}")
        elif not callable(ours) and not hasattr(ours, "__get__") and ours != theirs:
            found.append(f"{name!r}:\n         checked -> {ours!r}\n         simple  -> {theirs!r}")
    for name in {**checked_enum._member_map_, **simple_enum._member_map_}:
        if name not in checked_enum._member_map_:
            found.append(f"extra member in simple enum: {name!r}")
        elif name not in simple_enum._member_map_:
            found.append(f"missing member from simple enum: {name!r}")
        else:
            differences = _compare_members(checked_enum._member_map_[name], simple_enum._member_map_[name])
            if differences:
                found.append(f"{name!r} member mismatch:\n      " + "\n      ".join(differences))
    if found:
        raise TypeError("enum mismatch:\n   " + "\n   ".join(found))


def _compare_members(checked, simple):
    ours, theirs = vars(checked), vars(simple)
    return [f"{name!r}:\n         checked member -> {ours.get(name)!r}\n         simple member  -> {theirs.get(name)!r}"
            for name in {**ours, **theirs} if name != "__objclass__" and ours.get(name) != theirs.get(name)]


def _make_class_unpicklable(cls):
    """Pickling the class or its members says that it cannot be done."""
    def refuse(self, proto):
        raise TypeError(f"{self!r} cannot be pickled")
    for name, value in (("__reduce_ex__", refuse), ("__module__", "<unknown>")):
        if isinstance(cls, dict):
            cls[name] = value
        else:
            setattr(cls, name, value)


def pickle_by_global_name(self, proto):
    """For __reduce_ex__: the member is a global of its module."""
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    """For __reduce_ex__: the member is an attribute of its class."""
    return getattr, (self.__class__, self._name_)


def _module_of(cls):
    return cls.__module__.rpartition(".")[2]


def global_enum_repr(self):
    """
    use module.enum_name instead of class.enum_name

    the module is the last module in case of a multi-module name
    """
    return f"{_module_of(self.__class__)}.{self._name_}"


def global_flag_repr(self):
    """
    use module.flag_name instead of class.flag_name

    the module is the last module in case of a multi-module name
    """
    cls = self.__class__
    module = _module_of(cls)
    if self._name_ is None:
        return f"{module}.{cls.__name__}({self._value_})"
    return "|".join(name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|"))


def global_str(self):
    """
    use enum_name instead of class.enum_name
    """
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_})"
    return self._name_


def global_enum(cls, update_str=False):
    """
    decorator that makes the repr() of an enum member reference its module
    instead of its class; also exports all members to the enum's module's
    global namespace
    """
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls
