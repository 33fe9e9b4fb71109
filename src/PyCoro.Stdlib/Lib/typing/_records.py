"""NamedTuple and TypedDict: classes that are declared by annotations."""

__name__ = 'typing'



from typing._parts import _caller_module, _type_check
from typing._aliases import _AnnotatedAlias, _GenericAlias
from typing._forms import NotRequired, Required
from typing._generic import Generic


def _make_named(name, types, defaults=(), module=None):
    from collections import namedtuple
    msg = "field {} annotation must be a type"
    types = {field: _type_check(kind, msg.format(field)) for field, kind in types}
    cls = namedtuple(name, types, defaults=defaults, module=module)
    cls.__annotations__ = cls.__new__.__annotations__ = types
    return cls


# Names that a namedtuple class has by itself, and those that every class body sets.
_prohibited = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types',
                       '_make', '_replace', '_asdict', '_source'})
_GIVEN = frozenset({'__annotations__', '__name__', '__module__'})


class NamedTupleMeta(type):
    """Turns a class body into a named tuple."""

    def __new__(mcls, typename, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        types = namespace.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_named(typename, types.items(), defaults=[namespace[field] for field in defaults],
                           module=namespace['__module__'])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key in namespace:
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _GIVEN and key not in made._fields:
                setattr(made, key, namespace[key])
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """Typed version of namedtuple.

    Usage::

        class Employee(NamedTuple):
            name: str
            id: int

    or ``Employee = NamedTuple('Employee', [('name', str), ('id', int)])``. The field types are in __annotations__.
    """
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_named(typename, fields, module=_caller_module(1))
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _named_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_entries


class _TypedDictMeta(type):
    """Makes a class of annotations, whose instances are plain dicts."""

    def __new__(mcls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any([issubclass(base, Generic) for base in bases]) else ()
        made = type.__new__(mcls, name, (*generic, dict), namespace)
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(kind, msg, module=made.__module__)
               for key, kind in namespace.get('__annotations__', {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            known = base.__dict__
            annotations.update(known.get('__annotations__', {}))
            # The last base that has a key decides.
            needed = known.get('__required_keys__', frozenset())
            unneeded = known.get('__optional_keys__', frozenset())
            required = required - unneeded | needed
            optional = optional - needed | unneeded
        annotations.update(own)
        for key, kind in own.items():
            if isinstance(kind, _AnnotatedAlias) and kind.__args__:
                kind = kind.__args__[0]
            marker = kind.__origin__ if isinstance(kind, _GenericAlias) else None
            needed = marker is Required or marker is not NotRequired and total
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A simple typed namespace. At runtime it is equivalent to a plain dict.

    Usage::

        class Point2D(TypedDict):
            x: int
            y: int
            label: NotRequired[str]

    or ``Point2D = TypedDict('Point2D', {'x': int, 'y': int})``. With total=False keys may be missing, except those
    marked Required; the types are in __annotations__, the keys in __required_keys__ and __optional_keys__.
    """
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        import warnings
        warnings.warn(
            "The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python"
            " 3.13, and may not be understood by third-party type checkers.", DeprecationWarning, stacklevel=2)
    namespace = {'__annotations__': dict(fields)}
    module = _caller_module(1)
    if module is not None:
        namespace['__module__'] = module
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def _typed_entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typed_entries


def is_typeddict(tp):
    """Check if an annotation is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)
