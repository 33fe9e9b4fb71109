"""Data classes (PEP 557; library reference: dataclasses).

One _Builder turns a class into a data class. It writes all the methods that the options ask for into one source text,
so that they cost what written ones cost and a class costs one compilation.
"""

import abc
import copy
import keyword
import reprlib
import sys
import types

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]

_FIELDS = "__dataclass_fields__"
_OPTIONS = "__dataclass_params__"


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Word:
    """Something that is only told from others, and shown by name."""

    __slots__ = ("_shown",)

    def __init__(self, shown):
        self._shown = shown

    def __repr__(self):
        return self._shown


class _Record:
    """Shown with its attributes, in the order of its slots."""

    __slots__ = ()

    @reprlib.recursive_repr()
    def __repr__(self):
        return type(self).__name__ + "(" + ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__]) + ")"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()

# What an annotation of a class body announces.
_STORED = _Word("_FIELD")
_CLASS_VARIABLE = _Word("_FIELD_CLASSVAR")
_INIT_ONLY = _Word("_FIELD_INITVAR")
_MARK = _Word("KW_ONLY")

# Default of parameters whose value a factory makes anew in each call.
_FROM_FACTORY = _Word("<factory>")


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        is_plain = isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias)
        return f"dataclasses.InitVar[{self.type.__name__ if is_plain else repr(self.type)}]"


class Field(_Record):
    __slots__ = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)

    def __set_name__(self, owner, name):
        # The class body assigned the field, but meant its default to be the attribute.
        tell = getattr(type(self.default), "__set_name__", None)
        if tell is not None:
            tell(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams(_Record):
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if not (default is MISSING or default_factory is MISSING):
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# Reading annotations

def _first_name(text):
    """The identifier that a text begins with, and the rest behind it."""
    text = text.lstrip()
    end = 0
    while end < len(text) and text[:end + 1].isidentifier():
        end += 1
    return text[:end], text[end:].lstrip()


def _meaning(text, space):
    """What the name or the dotted pair of names at the start of a text stands for; what follows says nothing more."""
    name, rest = _first_name(text)
    found = space.get(name)
    if rest.startswith("."):
        attribute, _ = _first_name(rest[1:])
        if attribute:
            return getattr(found, attribute, None) if isinstance(found, types.ModuleType) else None
    return found


def _role(annotation, space):
    meant = _meaning(annotation, space) if isinstance(annotation, str) else annotation
    if meant is KW_ONLY:
        return _MARK
    if meant is InitVar or type(meant) is InitVar:
        return _INIT_ONLY
    typing = sys.modules.get("typing")
    # A ClassVar can only come from a module that was imported.
    if typing is not None and (meant is typing.ClassVar or getattr(meant, "__origin__", None) is typing.ClassVar):
        return _CLASS_VARIABLE
    return _STORED


def _shown_type(annotation):
    """How inspect would show it in a signature; asking inspect would import it for each program with a data class."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        module, name = annotation.__module__, annotation.__qualname__
        return name if module == "builtins" else f"{module}.{name}"
    return repr(annotation).replace("typing.", "")


# Building a class

def _values(owner, fields):
    return "(" + "".join([f"{owner}.{f.name}," for f in fields]) + ")"


class _Builder:
    def __init__(self, cls, options, match_args, kw_only, slots, weakref_slot):
        self.cls = cls
        self.options = options
        self.has_match_args = match_args
        self.is_kw_only = kw_only
        self.has_slots = slots
        self.has_weakref_slot = weakref_slot
        module = sys.modules.get(cls.__module__)
        self.space = {} if module is None else vars(module)
        # Whatever the class says itself before methods are added.
        self.own = frozenset(vars(cls))
        self.fields = {}
        # The methods: their source, the lines where they begin, and what they refer to besides their module's globals.
        self.source = []
        self.methods = []
        self.bound = {}

    def build(self):
        cls, options = self.cls, self.options
        setattr(cls, _OPTIONS, options)
        self.inherit()
        self.read_body()
        setattr(cls, _FIELDS, self.fields)
        if options.order and not options.eq:
            raise ValueError("eq must be true if order is true")
        if self.has_weakref_slot and not self.has_slots:
            raise TypeError("weakref_slot is True but slots is False")
        self.write_methods()
        self.add_methods()
        if not cls.__doc__:
            cls.__doc__ = cls.__name__ + self.signature()
        if self.has_match_args and "__match_args__" not in self.own:
            cls.__match_args__ = tuple([f.name for f in self.parameters()])
        if self.has_slots:
            cls = self.slotted()
        abc.update_abstractmethods(cls)
        return cls

    # What the class consists of

    def inherit(self):
        bases = [base for base in reversed(self.cls.__mro__[1:]) if hasattr(base, _FIELDS)]
        for base in bases:
            self.fields |= getattr(base, _FIELDS)
        is_any_frozen = any(getattr(base, _OPTIONS).frozen for base in bases)
        if bases and is_any_frozen != bool(self.options.frozen):
            mine, theirs = ("frozen", "a non-frozen") if self.options.frozen else ("non-frozen", "a frozen")
            raise TypeError(f"cannot inherit {mine} dataclass from {theirs} one")

    def read_body(self):
        cls = self.cls
        annotations = vars(cls).get("__annotations__", {})
        is_kw_only = self.is_kw_only
        mark = None
        for name, annotation in annotations.items():
            role = _role(annotation, self.space)
            if role is not _MARK:
                self.fields[name] = self.read(name, annotation, role, is_kw_only)
            elif mark is None:
                mark = name
                is_kw_only = True
            else:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
        for name, value in vars(cls).items():
            if isinstance(value, Field) and name not in annotations:
                raise TypeError(f"{name!r} is a field but has no type annotation")

    def read(self, name, annotation, role, is_kw_only):
        given = getattr(self.cls, name, MISSING)
        if isinstance(given, Field):
            made = given
            if made.default is not MISSING:
                setattr(self.cls, name, made.default)
            elif name in self.own:
                delattr(self.cls, name)
        elif isinstance(given, types.MemberDescriptorType):
            # The slot of a field is not its default.
            made = field()
        else:
            made = field(default=given)
        made.name, made.type, made._field_type = name, annotation, role
        if role is not _STORED and made.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
        if made.kw_only is MISSING:
            if role is not _CLASS_VARIABLE:
                made.kw_only = is_kw_only
        elif role is _CLASS_VARIABLE:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
        # What cannot be hashed is mostly what can be changed, and then all instances would share it.
        if role is _STORED and type(made.default).__hash__ is None:
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
        return made

    def stored(self):
        return [f for f in self.fields.values() if f._field_type is _STORED]

    def parameters(self, kw_only=False):
        return [f for f in self.fields.values()
                if f.init and f._field_type is not _CLASS_VARIABLE and bool(f.kw_only) == kw_only]

    # Its methods

    def write_methods(self):
        options = self.options
        compared = [f for f in self.stored() if f.compare]
        if options.init and "__init__" not in self.own:
            self.write_init()
        if options.repr and "__repr__" not in self.own:
            text = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in self.stored() if f.repr])
            self.write("__repr__", "self", f'return self.__class__.__qualname__ + f"({text})"')
        if options.eq and "__eq__" not in self.own:
            self.write_comparison("__eq__", "==", compared)
        if options.order:
            for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
                self.refuse_own(name, ". Consider using functools.total_ordering")
                self.write_comparison(name, operator, compared)
        if options.frozen:
            self.write_guard("__setattr__", "assign to", ", value")
            self.write_guard("__delattr__", "delete", "")
        self.write_hash()

    def write(self, name, parameters, *body):
        self.methods.append(name)
        self.source.append(f" def {name}({parameters}):")
        self.source.extend(["  " + line for line in body])

    def refuse_own(self, name, advice=""):
        if name in self.own:
            raise TypeError(f"Cannot overwrite attribute {name} in class {self.cls.__name__}{advice}")

    def bind(self, name, value):
        self.bound[name] = value
        return name

    def write_comparison(self, name, operator, fields):
        self.write(name, "self, other",
                   "if other.__class__ is self.__class__:",
                   f" return {_values('self', fields)}{operator}{_values('other', fields)}",
                   "return NotImplemented")

    def write_guard(self, name, doing, value):
        """Of frozen classes: their fields cannot be changed, and subclasses may only have others that can."""
        self.refuse_own(name)
        self.bound |= {"cls": self.cls, "FrozenInstanceError": FrozenInstanceError}
        self.write(name, f"self, name{value}",
                   f"if type(self) is cls or name in {tuple([f.name for f in self.stored()])!r}:",
                   f' raise FrozenInstanceError(f"cannot {doing} field {{name!r}}")',
                   f"super(cls, self).{name}(name{value})")

    def write_hash(self):
        """By the table of the reference: what is hashed by value must not change, unless the class insists."""
        options, mine = self.options, vars(self.cls).get("__hash__", MISSING)
        # A class that has __eq__ gets None for __hash__ without saying so.
        is_explicit = mine is not MISSING and not (mine is None and "__eq__" in self.own)
        if options.unsafe_hash and is_explicit:
            self.refuse_own("__hash__")
        if options.unsafe_hash or (options.eq and options.frozen and not is_explicit):
            hashed = [f for f in self.stored() if (f.compare if f.hash is None else f.hash)]
            self.write("__hash__", "self", f"return {self.bind('__hash_of__', hash)}({_values('self', hashed)})")
        elif options.eq and not is_explicit:
            self.cls.__hash__ = None

    def write_init(self):
        owner = "__dataclass_self__" if "self" in self.fields else "self"
        ordered, named = self.parameters(), self.parameters(kw_only=True)
        default = None
        for f in ordered:
            if f.default is not MISSING or f.default_factory is not MISSING:
                default = f
            elif default is not None:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
        body = []
        for f in self.fields.values():
            value = self.initial_value(f)
            if value is None:
                continue
            if self.options.frozen:
                body.append(f"{self.bind('__set_field__', object.__setattr__)}({owner}, {f.name!r}, {value})")
            else:
                body.append(f"{owner}.{f.name} = {value}")
        if hasattr(self.cls, "__post_init__"):
            passed = [f.name for f in self.fields.values() if f._field_type is _INIT_ONLY]
            body.append(f"{owner}.__post_init__({', '.join(passed)})")
        self.write("__init__", ", ".join([owner, *map(self.parameter, ordered), *["*"] * bool(named), *map(self.parameter, named)]),
                   *(body or ["pass"]))

    def parameter(self, f):
        if f.default_factory is not MISSING:
            return f"{f.name}={self.bind('__from_factory__', _FROM_FACTORY)}"
        if f.default is not MISSING:
            return f"{f.name}={self.bind(f'__default_{f.name}__', f.default)}"
        return f.name

    def initial_value(self, f):
        """The expression whose value __init__ stores in a field; None when it stores nothing."""
        if f._field_type is not _STORED:
            return None
        if f.default_factory is not MISSING:
            call = self.bind(f"__factory_{f.name}__", f.default_factory) + "()"
            return f"{call} if {f.name} is {self.bind('__from_factory__', _FROM_FACTORY)} else {f.name}" if f.init else call
        if f.init:
            return f.name
        # The attribute of the class serves as the value, but a slot takes its place.
        is_slot = self.has_slots or f.name in vars(self.cls).get("__slots__", ())
        return self.bind(f"__default_{f.name}__", f.default) if is_slot and f.default is not MISSING else None

    def add_methods(self):
        if not self.methods:
            return
        text = [f"def __make__({', '.join(self.bound)}):", *self.source, f" return {', '.join(self.methods)},"]
        made = {}
        exec("\n".join(text), self.space, made)
        for name, method in zip(self.methods, made["__make__"](**self.bound)):
            method.__qualname__ = f"{self.cls.__qualname__}.{name}"
            # Tracebacks show lines of "<string>" as if each method were a text of its own, behind one line.
            method.__code__ = method.__code__.replace(co_firstlineno=2)
            if name == "__init__":
                order = self.parameters() + self.parameters(kw_only=True)
                method.__annotations__ = {f.name: f.type for f in order} | {"return": None}
            elif name == "__repr__":
                method = self.recursion_proof(method)
            setattr(self.cls, name, method)

    @staticmethod
    def recursion_proof(method):
        proof = reprlib.recursive_repr()(method)
        proof.__wrapped__ = method
        # By this name pprint knows that nobody wrote the method.
        method.__qualname__ = "__create_fn__.<locals>.__repr__"
        return proof

    def signature(self):
        """For the docstring: how the class is called."""
        cls = self.cls
        if "__init__" not in self.methods or type(cls) is not type or cls.__new__ is not object.__new__:
            import inspect
            try:
                return str(inspect.signature(cls)).replace(" -> None", "")
            except (TypeError, ValueError):
                return ""
        shown = [self.shown_parameter(f) for f in self.parameters()]
        named = [self.shown_parameter(f) for f in self.parameters(kw_only=True)]
        return "(" + ", ".join(shown + ["*"] * bool(named) + named) + ")"

    @staticmethod
    def shown_parameter(f):
        default = f.default if f.default_factory is MISSING else _FROM_FACTORY
        return f"{f.name}: {_shown_type(f.type)}" + ("" if default is MISSING else f" = {default!r}")

    # Its slots

    def slotted(self):
        """The class made again: slots cannot be added to one that exists."""
        cls = self.cls
        if "__slots__" in self.own:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        names = [f.name for f in self.stored()]
        taken = set().union(*map(_slots_of, cls.__mro__[1:-1]))
        left_out = {*names, "__dict__", "__weakref__"}
        body = {name: value for name, value in vars(cls).items() if name not in left_out}
        if self.has_weakref_slot:
            names.append("__weakref__")
        body["__slots__"] = tuple([name for name in names if name not in taken])
        made = type(cls)(cls.__name__, cls.__bases__, body)
        made.__qualname__ = cls.__qualname__
        if self.options.frozen:
            # Pickle would set the attributes, which the class refuses.
            for method in (_state_of_fields, _restore_fields):
                if method.__name__ not in body:
                    setattr(made, method.__name__, method)
        return made


def _slots_of(cls):
    slots = vars(cls).get("__slots__", ())
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return {slots} if isinstance(slots, str) else set(slots)


def _state_of_fields(self):
    return [getattr(self, f.name) for f in fields(self)]


def _restore_fields(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


_state_of_fields.__name__ = "__getstate__"
_restore_fields.__name__ = "__setstate__"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    def decorate(cls):
        options = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
        return _Builder(cls, options, match_args, kw_only, slots, weakref_slot).build()
    return decorate if cls is None else decorate(cls)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Return a new dynamically created dataclass."""
    annotations = {}
    body = {**(namespace or {}), "__annotations__": annotations}
    for item in fields:
        parts = (item, "typing.Any") if isinstance(item, str) else item
        if not 2 <= len(parts) <= 3:
            raise TypeError(f"Invalid field: {item!r}")
        name, annotation, *default = parts
        if not (isinstance(name, str) and name.isidentifier()):
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
        body.update((name, value) for value in default)
    cls = types.new_class(cls_name, bases, {}, lambda space: space.update(body))
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


# Working with data classes

def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([f for f in found.values() if f._field_type is _STORED])


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _require_instance(obj, caller):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError(f"{caller}() should be called on dataclass instances")


def _rebuilt(value, build):
    """A copy of a value, in which what `build` makes of their fields' names and values stands for data class instances."""
    kind = type(value)
    if hasattr(kind, _FIELDS):
        return build([(f.name, _rebuilt(getattr(value, f.name), build)) for f in fields(value)])
    if isinstance(value, dict):
        return kind([(_rebuilt(key, build), _rebuilt(item, build)) for key, item in value.items()])
    if not isinstance(value, (list, tuple)):
        return copy.deepcopy(value)
    items = [_rebuilt(item, build) for item in value]
    is_named_tuple = isinstance(value, tuple) and hasattr(value, "_fields")
    return kind(*items) if is_named_tuple else kind(items)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    _require_instance(obj, "asdict")
    return _rebuilt(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    _require_instance(obj, "astuple")
    return _rebuilt(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    _require_instance(obj, "replace")
    values = {}
    for name, f in getattr(obj, _FIELDS).items():
        if f._field_type is _CLASS_VARIABLE:
            continue
        if name in changes:
            if not f.init:
                raise ValueError(f"field {name} is declared with init=False, it cannot be specified with replace()")
        elif f.init:
            if f._field_type is _INIT_ONLY and f.default is MISSING:
                raise ValueError(f"InitVar {name!r} must be specified with replace()")
            values[name] = getattr(obj, name)
    return type(obj)(**values, **changes)
