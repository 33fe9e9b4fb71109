"""Older views of parameters, as plain lists and names, and annotations."""

import functools
import sys
from collections import namedtuple

from . import CO_VARARGS, CO_VARKEYWORDS, isclass, iscode, ismethod, ismodule, istraceback, isframe
from ._parameters import (
    _KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _empty,
)

Arguments = namedtuple("Arguments", "args varargs varkw")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")


def getargs(co):
    """Get information about the arguments accepted by a code object."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    plain = co.co_argcount + co.co_kwonlyargcount
    more = iter(names[plain:])
    return Arguments(list(names[:plain]), next(more) if co.co_flags & CO_VARARGS else None,
                     next(more) if co.co_flags & CO_VARKEYWORDS else None)


def getargvalues(frame):
    """Get information about arguments passed into a particular frame."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """Format what getargvalues() returns."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(parts)})"


def getfullargspec(func):
    """Get the names and default values of a callable object's parameters."""
    from ._callables import Finding
    from ._signature import Signature
    try:
        target = func.__func__ if ismethod(func) else func
        sig = Finding(Signature, False).of(target)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, positional_only, kwonlyargs, defaults, kwdefaults = [], [], [], (), {}
    varargs = varkw = None
    annotations = {}
    if sig.return_annotation is not _empty:
        annotations['return'] = sig.return_annotation
    for parameter in sig.parameters.values():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(parameter.name)
            if parameter.default is not _empty:
                defaults += parameter.default,
        elif parameter.kind == _VAR_POSITIONAL:
            varargs = parameter.name
        elif parameter.kind == _KEYWORD_ONLY:
            kwonlyargs.append(parameter.name)
            if parameter.default is not _empty:
                kwdefaults[parameter.name] = parameter.default
        else:
            varkw = parameter.name
        if parameter.annotation is not _empty:
            annotations[parameter.name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """Get the mapping of arguments to values."""
    from ._signature import signature
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object: a new one, with text evaluated where eval_str asks for it."""
    if isclass(obj):
        # Not those of its bases.
        annotations = vars(obj).get("__annotations__")
        module = sys.modules.get(getattr(obj, "__module__", None))
        own_globals, own_locals = getattr(module, "__dict__", None), dict(vars(obj))
    elif ismodule(obj):
        annotations, own_globals, own_locals = getattr(obj, "__annotations__", None), vars(obj), None
    elif callable(obj):
        annotations, own_globals, own_locals = getattr(obj, "__annotations__", None), getattr(obj, "__globals__", None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not annotations or not eval_str:
        return dict(annotations)
    if globals is None:
        source = obj
        while hasattr(source, "__wrapped__") or isinstance(source, functools.partial):
            source = source.__wrapped__ if hasattr(source, "__wrapped__") else source.func
        globals = getattr(source, "__globals__", own_globals)
    if locals is None:
        locals = own_locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in annotations.items()}
