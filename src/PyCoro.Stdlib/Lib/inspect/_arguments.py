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
    """Get the mapping of arguments to values, as a call would bind them; TypeError as the call would raise it."""
    spec = getfullargspec(func)
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    values = dict(zip(spec.args, positional))
    extra = positional[len(spec.args):]
    if spec.varargs is not None:
        values[spec.varargs] = extra
    rest = {}
    if spec.varkw is not None:
        values[spec.varkw] = rest
    for key, value in named.items():
        if key not in spec.args and key not in spec.kwonlyargs:
            if spec.varkw is None:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            rest[key] = value
        elif key in values:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        else:
            values[key] = value
    if extra and spec.varargs is None:
        raise TypeError(_too_many(name, spec, len(positional), values))
    optional = dict(zip(spec.args[::-1], (spec.defaults or ())[::-1])) | (spec.kwonlydefaults or {})
    for names, kind in ((spec.args, "positional"), (spec.kwonlyargs, "keyword-only")):
        missing = [repr(each) for each in names if each not in values and each not in optional]
        if missing:
            count = len(missing)
            raise TypeError(f"{name}() missing {count} required {kind} argument{'s' * (count != 1)}: {_listed(missing)}")
    for key in (*spec.args, *spec.kwonlyargs):
        if key not in values:
            values[key] = optional[key]
    return values


def _listed(names):
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _too_many(name, spec, given, values):
    most, least = len(spec.args), len(spec.args) - len(spec.defaults or ())
    takes = f"from {least} to {most}" if least != most else str(most)
    is_one = most == 1 and least == most
    keyword_only = sum(1 for each in spec.kwonlyargs if each in values)
    also = f" positional argument{'s' * (given != 1)} (and {keyword_only} keyword-only argument{'s' * (keyword_only != 1)})" \
        if keyword_only else ""
    return (f"{name}() takes {takes} positional argument{'s' * (not is_one)} but {given}{also} "
            f"{'was' if given == 1 and not keyword_only else 'were'} given")


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
