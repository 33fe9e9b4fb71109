"""Looking at annotations: get_type_hints(), get_origin(), get_args()."""

__name__ = 'typing'

import sys
import types
from _functools import reduce
from operator import or_

from typing._parts import _NoneType
from typing._aliases import _AnnotatedAlias, _BaseGenericAlias, _GenericAlias
from typing._forms import Annotated, NotRequired, Required, Unpack
from typing._forward import ForwardRef
from typing._generic import Generic
from typing._variables import ParamSpecArgs, ParamSpecKwargs, _is_param_expr

_allowed_types = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType,
                  types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType)


def _rebuild(kind, args):
    # The same alias with other arguments.
    if isinstance(kind, types.GenericAlias):
        made = types.GenericAlias(kind.__origin__, args)
        return next(iter(made)) if kind.__unpacked__ else made
    if isinstance(kind, types.UnionType):
        return reduce(or_, args)
    return kind.copy_with(args)


def _eval_type(kind, globalns, localns, recursive_guard=frozenset()):
    """The type with all forward references in it evaluated."""
    if isinstance(kind, ForwardRef):
        return kind._evaluate(globalns, localns, recursive_guard)
    if not isinstance(kind, (_GenericAlias, types.GenericAlias, types.UnionType)):
        return kind
    args = kind.__args__
    if isinstance(kind, types.GenericAlias):
        # list['int'] keeps the text as it is.
        args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in args])
        if kind.__unpacked__:
            return Unpack[_eval_type(types.GenericAlias(kind.__origin__, args), globalns, localns, recursive_guard)]
    evaluated = tuple([_eval_type(arg, globalns, localns, recursive_guard) for arg in args])
    if evaluated == kind.__args__:
        return kind
    if isinstance(kind, types.GenericAlias) and type(kind) is not types.GenericAlias:
        return _flat_rebuild(kind, evaluated)
    return _rebuild(kind, evaluated)


def _flat_rebuild(kind, args):
    # collections.abc.Callable takes its parameters apart.
    if len(args) == 2 and _is_param_expr(args[0]):
        return type(kind)(kind.__origin__, args)
    return type(kind)(kind.__origin__, (args[:-1], args[-1]))


def _strip_annotations(kind):
    """The type without Annotated, Required and NotRequired."""
    if isinstance(kind, _AnnotatedAlias):
        return _strip_annotations(kind.__origin__)
    if getattr(kind, '__origin__', None) in (Required, NotRequired):
        return _strip_annotations(kind.__args__[0])
    if isinstance(kind, (_GenericAlias, types.GenericAlias, types.UnionType)):
        stripped = tuple([_strip_annotations(arg) for arg in kind.__args__])
        return kind if stripped == kind.__args__ else _rebuild(kind, stripped)
    return kind


def _hint(value, globalns, localns, module=None, *, of_class=False, of_module=False):
    if value is None:
        return _NoneType
    if isinstance(value, str):
        value = ForwardRef(value, is_argument=not of_module and not of_class, is_class=of_class)
    return _eval_type(value, globalns, localns)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object.

    They are its __annotations__ with strings evaluated, None replaced by its type, and Annotated, Required and
    NotRequired removed unless include_extras is true. For a class those of its bases are included, the nearest first.
    Names in strings are looked up in globalns (default: those of the module or function) and localns (for classes:
    the class's own).

    Raises TypeError for what cannot have annotations.
    """
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        hints = _object_hints(obj, globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotations(kind) for name, kind in hints.items()}


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        names = getattr(sys.modules.get(base.__module__), '__dict__', {}) if globalns is None else globalns
        annotations = base.__dict__.get('__annotations__', {})
        if isinstance(annotations, types.GetSetDescriptorType):
            annotations = {}
        own = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # Names of the module win over those of the class: it was so, and programs count on it.
            names, own = own, names
        for name, value in annotations.items():
            hints[name] = _hint(value, names, own, of_class=True)
    return hints


def _object_hints(obj, globalns, localns):
    of_module = isinstance(obj, types.ModuleType)
    if globalns is None:
        if of_module:
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', {})
    if localns is None:
        localns = globalns
    hints = getattr(obj, '__annotations__', None)
    if hints is None:
        if isinstance(obj, _allowed_types):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {name: _hint(value, globalns, localns, of_module=of_module) for name, value in hints.items()}


def get_origin(tp):
    """Get the unsubscripted version of a type.

    This supports generic types, Callable, Tuple, Union, Literal, Final, ClassVar, Annotated, and others. Return None
    for unsupported types: ``get_origin(List[Tuple[T, T]][int]) is list``, ``get_origin(int) is None``.
    """
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """Get type arguments with all substitutions performed.

    ``get_args(Dict[str, int]) == (str, int)``, ``get_args(int) == ()``, and
    ``get_args(Callable[[int, str], T]) == ([int, str], T)``.
    """
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        args = tp.__args__
        if _takes_parameters(tp) and not (len(args) == 2 and _is_param_expr(args[0])):
            return list(args[:-1]), args[-1]
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def _takes_parameters(tp):
    import collections.abc
    return tp.__origin__ is collections.abc.Callable
