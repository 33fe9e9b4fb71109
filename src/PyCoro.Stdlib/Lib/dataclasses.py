"""Data classes (library reference: dataclasses).

The methods are made as source text, so that they cost what written ones cost, and named after their class.
"""

import abc
import builtins
import copy
import keyword
import reprlib
import sys
import types

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _Factory:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FROM_FACTORY = _Factory()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FieldKind("_FIELD")
_CLASS_VARIABLE = _FieldKind("_FIELD_CLASSVAR")
_INIT_ONLY = _FieldKind("_FIELD_INITVAR")
_NO_METADATA = types.MappingProxyType({})
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias):
            return f"dataclasses.InitVar[{self.type.__name__}]"
        return f"dataclasses.InitVar[{self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @reprlib.recursive_repr()
    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
                 "_field_type")
        return "Field(" + ",".join([f"{name}={getattr(self, name)!r}" for name in names]) + ")"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return "_DataclassParams(" + ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__]) + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _make_function(cls, name, args, body, names):
    """A function from source; `names` are what it refers to besides the globals of the module of the class."""
    source = f"def __make__({', '.join(names)}):\n def {name}({args}):\n" + "".join([f"  {line}\n" for line in body])
    source += f" return {name}"
    module = sys.modules.get(cls.__module__)
    space = {}
    exec(source, vars(module) if module is not None else {}, space)
    made = space["__make__"](**names)
    made.__qualname__ = f"{cls.__qualname__}.{name}"
    return made


def _meaning(text, module):
    """What the one or two names that a text begins with, `x` or `x.y`, stand for in a module; what follows is not looked at."""
    names = []
    rest = text.lstrip()
    while len(names) < 2:
        end = next((place for place, char in enumerate(rest) if not (char.isalnum() or char == "_")), len(rest))
        if end == 0:
            break
        names.append(rest[:end])
        rest = rest[end:].lstrip()
        if not rest.startswith("."):
            break
        rest = rest[1:].lstrip()
    space = vars(sys.modules[module]) if module in sys.modules else {}
    meant = space.get(names[0]) if names else None
    if len(names) == 2:
        meant = getattr(meant, names[1], None) if isinstance(meant, types.ModuleType) else None
    return meant


def _kind_of_annotation(cls, annotation, default_kw_only):
    """Is it an ordinary field, a class variable, an InitVar, or the mark KW_ONLY? Strings are taken as they are written."""
    if isinstance(annotation, str):
        meant = _meaning(annotation, cls.__module__)
    else:
        meant = annotation
    typing = sys.modules.get("typing")
    if typing is not None:
        if meant is typing.ClassVar or getattr(meant, "__origin__", None) is typing.ClassVar:
            return _CLASS_VARIABLE
    if meant is InitVar or type(meant) is InitVar:
        return _INIT_ONLY
    if meant is KW_ONLY:
        return KW_ONLY
    return _FIELD


def _read_field(cls, name, annotation, kind, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = kind
    if kind in (_CLASS_VARIABLE, _INIT_ONLY):
        if made.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
    if kind in (_FIELD, _INIT_ONLY):
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if kind is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _init(cls, std, kw, frozen, has_post_init, self_name, fields, slots):
    seen = None
    for f in std:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen = f
            elif seen is not None:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    names = {"_MISSING": MISSING, "_FROM_FACTORY": _FROM_FACTORY, "__setattr_of_object__": object.__setattr__}
    annotations = {}

    def parameter(f):
        names[f"_type_{f.name}"] = f.type
        annotations[f.name] = f.type
        if f.default_factory is not MISSING:
            return f"{f.name}=_FROM_FACTORY"
        if f.default is not MISSING:
            names[f"_dflt_{f.name}"] = f.default
            return f"{f.name}=_dflt_{f.name}"
        return f.name

    parameters = [self_name] + [parameter(f) for f in std if f.init]
    only = [parameter(f) for f in kw if f.init]
    if only:
        parameters += ["*"] + only
    body = []
    for f in fields:
        value = f.name
        if f.default_factory is not MISSING:
            names[f"_dflt_{f.name}"] = f.default_factory
            call = f"_dflt_{f.name}()"
            value = f"{call} if {f.name} is _FROM_FACTORY else {f.name}" if f.init else call
        elif not f.init:
            if f.default is MISSING or not (slots or _is_slot(cls, f.name)):
                continue
            names[f"_dflt_{f.name}"] = f.default
            value = f"_dflt_{f.name}"
        if f._field_type is _INIT_ONLY:
            continue
        if frozen:
            body.append(f"__setattr_of_object__({self_name},{f.name!r},{value})")
        else:
            body.append(f"{self_name}.{f.name}={value}")
    if has_post_init:
        arguments = ",".join(f.name for f in fields if f._field_type is _INIT_ONLY)
        body.append(f"{self_name}.__post_init__({arguments})")
    made = _make_function(cls, "__init__", ", ".join(parameters), body or ["pass"], names)
    made.__annotations__ = annotations | {"return": None}
    return made


def _is_slot(cls, name):
    return "__slots__" in cls.__dict__ and name in cls.__dict__["__slots__"]


def _repr(cls, fields):
    text = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in fields)
    made = _make_function(cls, "__repr__", "self", [f'return self.__class__.__qualname__ + f"({text})"'], {})
    shown = reprlib.recursive_repr()(made)
    shown.__qualname__ = made.__qualname__
    shown.__wrapped__ = made
    # pprint knows by this name that nobody wrote the method.
    made.__qualname__ = "__create_fn__.<locals>.__repr__"
    return shown


def _tuple(name, fields):
    return "(" + "".join(f"{name}.{f.name}," for f in fields) + ")" if fields else "()"


def _comparison(cls, name, operator, fields):
    return _make_function(cls, name, "self, other", [
        "if other.__class__ is self.__class__:",
        f" return {_tuple('self', fields)}{operator}{_tuple('other', fields)}",
        "return NotImplemented",
    ], {})


def _frozen(cls, fields):
    names = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    mine = "(" + "".join(f"{f.name!r}," for f in fields) + ")"
    test = f"if type(self) is cls or name in {mine}:"
    return (
        _make_function(cls, "__setattr__", "self, name, value", [
            test, " raise FrozenInstanceError(f\"cannot assign to field {name!r}\")",
            "super(cls, self).__setattr__(name, value)"], names),
        _make_function(cls, "__delattr__", "self, name", [
            test, " raise FrozenInstanceError(f\"cannot delete field {name!r}\")",
            "super(cls, self).__delattr__(name)"], names),
    )


def _put_unless_there(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _collect(cls, kw_only):
    """The fields of a class: those of its bases, then its own. Also whether bases are frozen."""
    found = {}
    any_frozen = False
    has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            has_bases = True
            found.update((f.name, f) for f in inherited.values())
            if getattr(base, _PARAMS).frozen:
                any_frozen = True
    seen_mark = False
    own = []
    annotations = cls.__dict__.get("__annotations__", {})
    for name, annotation in annotations.items():
        kind = _kind_of_annotation(cls, annotation, kw_only)
        if kind is KW_ONLY:
            if seen_mark:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_mark = True
            kw_only = True
            continue
        own.append(_read_field(cls, name, annotation, kind, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, has_bases, any_frozen


def _complete(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    found, has_bases, any_frozen = _collect(cls, kw_only)
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    initial = [f for f in found.values() if f._field_type in (_FIELD, _INIT_ONLY)]
    std = [f for f in initial if f.init and not f.kw_only]
    kw = [f for f in initial if f.init and f.kw_only]
    stored = [f for f in found.values() if f._field_type is _FIELD]
    if init:
        _put_unless_there(cls, "__init__", _init(cls, std, kw, frozen, hasattr(cls, "__post_init__"),
                                        "__dataclass_self__" if "self" in found else "self", initial, slots))
    if repr:
        _put_unless_there(cls, "__repr__", _repr(cls, [f for f in stored if f.repr]))
    compared = [f for f in stored if f.compare]
    if eq:
        _put_unless_there(cls, "__eq__", _comparison(cls, "__eq__", "==", compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _put_unless_there(cls, name, _comparison(cls, name, operator, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        for function in _frozen(cls, stored):
            if _put_unless_there(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
    _decide_hash(cls, unsafe_hash, eq, frozen, has_explicit_hash, stored)
    if not getattr(cls, "__doc__"):
        try:
            import inspect
            signature = str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            signature = ""
        cls.__doc__ = cls.__name__ + signature
    if match_args:
        _put_unless_there(cls, "__match_args__", tuple(f.name for f in std))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _decide_hash(cls, unsafe_hash, eq, frozen, has_explicit_hash, stored):
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or has_explicit_hash:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    hashed = [f for f in stored if (f.compare if f.hash is None else f.hash)]
    cls.__hash__ = _make_function(cls, "__hash__", "self", [f"return hash({_tuple('self', hashed)})"], {})


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return
    if isinstance(slots, str):
        yield slots
    elif not hasattr(slots, "__next__"):
        yield from slots
    else:
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _with_slots(cls, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    space = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
    wanted = names + (("__weakref__",) if weakref_slot else ())
    space["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in names:
        space.pop(name, None)
    space.pop("__dict__", None)
    space.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in space:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in space:
            made.__setstate__ = _dataclass_setstate
    return made


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    def wrap(cls):
        return _complete(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _convert(obj, factory):
    if _is_dataclass_instance(obj):
        return factory([(f.name, _convert(getattr(obj, f.name), factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(item, factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_convert(item, factory) for item in obj)
    if isinstance(obj, dict):
        pairs = [(_convert(key, factory), _convert(value, factory)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            made = type(obj)(getattr(obj, "default_factory"))
            for key, value in pairs:
                made[key] = value
            return made
        return type(obj)(pairs)
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Return a new dynamically created dataclass."""
    space = dict(namespace or {})
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, default = item
            defaults[name] = default
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def fill(body):
        body.update(space)
        body.update(defaults)
        body["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _CLASS_VARIABLE:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _INIT_ONLY and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
