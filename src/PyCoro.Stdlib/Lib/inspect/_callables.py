"""How the signature of a callable is found: a function says it, others pass on what something else says."""

import sys
import types

from . import (
    CO_VARARGS, CO_VARKEYWORDS, _quacks_like_a_function, isbuiltin, isclass, isfunction, ismethod, ismethoddescriptor,
)
from ._arguments import get_annotations
from ._members import getattr_static, unwrap
from ._parameters import (
    _KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL, Parameter, _empty,
)
from ._signature import Signature

_BUILTIN = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType)


def _in_mro(cls, name):
    """What a class or one of its ancestors stores under a name, and the ancestor."""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name], base
    return None, None


def _partialmethod_of(obj):
    """The partialmethod that a function stands for. There is none before functools is imported."""
    functools = sys.modules.get("functools")
    method = getattr(obj, "_partialmethod", None)
    return method if functools and isinstance(method, functools.partialmethod) else None


class Finding:
    """One search, with what was asked for: the class of the result, and how annotations are evaluated."""

    def __init__(self, made, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        self.made = made
        self.follow_wrapped = follow_wrapped
        self.scope = {"globals": globals, "locals": locals, "eval_str": eval_str}

    def of(self, obj):
        """The signature; TypeError for what cannot be called, ValueError for what does not say."""
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if ismethod(obj):
            return self.without_receiver(self.of(obj.__func__))
        if self.follow_wrapped:
            obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__") or ismethod(each))
            if ismethod(obj):
                return self.of(obj)
        said = getattr(obj, "__signature__", None)
        if said is not None:
            if not isinstance(said, Signature):
                raise TypeError(f"unexpected object {said!r} in __signature__ attribute")
            return said
        if (method := _partialmethod_of(obj)) is not None:
            return self.of_partialmethod(method)
        if isfunction(obj) or _quacks_like_a_function(obj):
            return self.of_function(obj)
        if type(obj).__name__ == "partial" and hasattr(obj, "func") and hasattr(obj, "keywords"):
            return of_partial(self.of(obj.func), obj)
        if isclass(obj):
            return self.of_class(obj)
        text = getattr(obj, "__text_signature__", None)
        if text:
            return self.of_text(obj, text)
        if not isinstance(obj, _BUILTIN):
            call, _ = _in_mro(type(obj), "__call__")
            if isfunction(call) or type(call).__name__ in ("partial", "partialmethod"):
                return self.without_receiver(self.of(call))
        if isbuiltin(obj) or ismethoddescriptor(obj):
            raise ValueError(f"no signature found for builtin {obj!r}")
        raise ValueError(f"callable {obj!r} is not supported by signature")

    @staticmethod
    def without_receiver(signature):
        """As it looks when the first argument is bound."""
        parameters = list(signature.parameters.values())
        if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
            raise ValueError("invalid method signature")
        if parameters[0].kind != _VAR_POSITIONAL:
            del parameters[0]
        return signature.replace(parameters=parameters)

    def of_function(self, func):
        """What the code object says, with the defaults and annotations of the function, unless it says something else."""
        text = getattr(func, "__text_signature__", None)
        if text:
            return self.of_text(func, text)
        code = func.__code__
        notes = get_annotations(func, **self.scope)
        names = iter(code.co_varnames)
        defaults = func.__defaults__ or ()
        parameters = []

        def add(kind, default=_empty, name=None):
            name = name or next(names)
            parameters.append(Parameter(name, kind, default=default, annotation=notes.get(name, _empty)))

        first_default = code.co_argcount - len(defaults)
        for place in range(code.co_argcount):
            add(_POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
                _empty if place < first_default else defaults[place - first_default])
        by_keyword = [next(names) for _ in range(code.co_kwonlyargcount)]
        if code.co_flags & CO_VARARGS:
            add(_VAR_POSITIONAL)
        for name in by_keyword:
            add(_KEYWORD_ONLY, (func.__kwdefaults__ or {}).get(name, _empty), name)
        if code.co_flags & CO_VARKEYWORDS:
            add(_VAR_KEYWORD)
        return self.made(parameters, return_annotation=notes.get("return", _empty), __validate_parameters__=False)

    def of_class(self, cls):
        """What calling a class takes: its metaclass's __call__, else the first __new__ or __init__ written in Python."""
        call, owner = _in_mro(type(cls), "__call__")
        if owner is not type and call is not None:
            return self.without_receiver(self.of(call))
        for base in cls.__mro__:
            new, init = vars(base).get("__new__"), vars(base).get("__init__")
            new = getattr(new, "__func__", new)
            for maker in (new, init):
                if isfunction(maker) or maker is not None and hasattr(maker, "_partialmethod"):
                    return self.without_receiver(self.of(maker))
        for base in cls.__mro__[:-1]:
            text = getattr(base, "__text_signature__", None)
            if text:
                return self.of_text(cls, text)
        if type not in cls.__mro__ and cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return self.made([])
        if type in cls.__mro__:
            raise ValueError(f"callable {cls!r} is not supported by signature")
        raise ValueError(f"no signature found for builtin type {cls!r}")

    def of_partialmethod(self, method):
        """A partialmethod on a class: the receiver comes before what is already given."""
        import functools
        whole = self.of(method.func)
        rest = of_partial(whole, functools.partial(method.func, None, *method.args, **method.keywords))
        first, *others = whole.parameters.values()
        if first.kind == _VAR_POSITIONAL:
            return rest
        return rest.replace(parameters=[first, *rest.parameters.values()])

    def of_text(self, obj, text):
        """Builtins say their signature as text: ($self, a, b=1, /)."""
        parameters = []
        kind = _POSITIONAL_OR_KEYWORD
        has_receiver = False
        for part in _split(text[1:text.rindex(")")]):
            if part == "/":
                parameters = [each.replace(kind=_POSITIONAL_ONLY) for each in parameters]
            elif part == "*":
                kind = _KEYWORD_ONLY
            elif part.startswith("**"):
                parameters.append(Parameter(part[2:], _VAR_KEYWORD))
            elif part.startswith("*"):
                parameters.append(Parameter(part[1:], _VAR_POSITIONAL))
                kind = _KEYWORD_ONLY
            else:
                name, has_default, default = part.partition("=")
                is_receiver = name.startswith("$")
                has_receiver = has_receiver or is_receiver
                parameters.append(Parameter(name.strip("$ "), _POSITIONAL_ONLY if is_receiver else kind, default=_constant(obj, default) if has_default else _empty))
        if has_receiver and getattr(obj, "__self__", None) is not None and parameters:
            del parameters[0]
        return self.made(parameters, __validate_parameters__=False)


def _split(text):
    """The parts between commas that stand in no brackets and no quotes."""
    parts, depth, quote, start = [], 0, None, 0
    for place, char in enumerate(text):
        if quote:
            quote = None if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and not depth:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _constant(obj, text):
    try:
        return eval(text, {})
    except Exception:
        raise ValueError(f"no signature found for builtin {obj!r}") from None


def of_partial(whole, partial):
    """What is left of a signature when a partial object has given some arguments. A parameter that was given by keyword can
    be given again, and it and all after it by keyword only."""
    keywords = partial.keywords or {}
    try:
        given = whole.bind_partial(*partial.args, **keywords).arguments
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    left = []
    by_keyword = False
    for name, parameter in whole.parameters.items():
        kind = parameter.kind
        if name in given and kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
            if kind == _POSITIONAL_ONLY or kind == _POSITIONAL_OR_KEYWORD and name not in keywords:
                continue
            by_keyword = by_keyword or kind == _POSITIONAL_OR_KEYWORD
            parameter = parameter.replace(default=given[name])
        if by_keyword:
            if kind == _VAR_POSITIONAL:
                continue
            if kind == _POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
        left.append(parameter)
    return whole.replace(parameters=left)
