"""Signature: the parameters of something callable (PEP 362)."""

import types
from collections import OrderedDict

from ._parameters import (
    _KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL, BoundArguments, _empty,
    _unchanged, formatannotation,
)


class Signature:
    """A Signature object represents the overall signature of a function."""

    __slots__ = ('_return_annotation', '_parameters')

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        ordered = {}
        if parameters is not None:
            top_kind = _POSITIONAL_ONLY
            seen_default = False
            for parameter in parameters:
                kind, name = parameter.kind, parameter.name
                if __validate_parameters__:
                    if kind < top_kind:
                        raise ValueError('wrong parameter order: {} parameter before {} parameter'.format(
                            top_kind.description, kind.description))
                    top_kind = kind
                    if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if parameter.default is not _empty:
                            seen_default = True
                        elif seen_default:
                            raise ValueError('non-default argument follows default argument')
                    if name in ordered:
                        raise ValueError('duplicate parameter name: {!r}'.format(name))
                ordered[name] = parameter
        self._parameters = types.MappingProxyType(OrderedDict(ordered))
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Constructs Signature for the given callable object."""
        from ._callables import Finding
        return Finding(cls, follow_wrapped, globals, locals, eval_str).of(obj)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_unchanged, return_annotation=_unchanged):
        """Creates a customized copy of the Signature."""
        if parameters is _unchanged:
            parameters = self.parameters.values()
        if return_annotation is _unchanged:
            return_annotation = self.return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    def __hash__(self):
        ordered = tuple(each for each in self.parameters.values() if each.kind != _KEYWORD_ONLY)
        by_name = frozenset(each for each in self.parameters.values() if each.kind == _KEYWORD_ONLY)
        return hash((ordered, by_name, self.return_annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented

        def parts(signature):
            return ([p for p in signature.parameters.values() if p.kind != _KEYWORD_ONLY],
                    {p.name: p for p in signature.parameters.values() if p.kind == _KEYWORD_ONLY},
                    signature.return_annotation)
        return parts(self) == parts(other)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        parameters = iter(self.parameters.values())
        pending = []
        values = iter(args)
        while True:
            try:
                value = next(values)
            except StopIteration:
                # The rest can only come by keyword.
                pending = list(parameters)
                break
            try:
                parameter = next(parameters)
            except StopIteration:
                raise TypeError('too many positional arguments') from None
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError('too many positional arguments') from None
            if parameter.kind == _VAR_POSITIONAL:
                arguments[parameter.name] = (value, *values)
                pending = list(parameters)
                break
            if parameter.name in kwargs and parameter.kind != _POSITIONAL_ONLY:
                raise TypeError('multiple values for argument {arg!r}'.format(arg=parameter.name)) from None
            arguments[parameter.name] = value
        kwargs_parameter = None
        for parameter in pending:
            if parameter.kind == _VAR_KEYWORD:
                kwargs_parameter = parameter
                continue
            if parameter.kind == _VAR_POSITIONAL:
                continue
            if parameter.kind == _POSITIONAL_ONLY:
                if parameter.name in kwargs:
                    raise TypeError('{arg!r} parameter is positional only, but was passed as a keyword'.format(
                        arg=parameter.name))
                if not partial and parameter.default is _empty:
                    raise TypeError('missing a required argument: {arg!r}'.format(arg=parameter.name))
                continue
            if parameter.name in kwargs:
                arguments[parameter.name] = kwargs.pop(parameter.name)
            elif not partial and parameter.default is _empty:
                kind = ' keyword-only' if parameter.kind == _KEYWORD_ONLY else ''
                raise TypeError('missing a required argument: {arg!r}'.format(arg=parameter.name))
        if kwargs:
            if kwargs_parameter is None:
                raise TypeError('got an unexpected keyword argument {arg!r}'.format(arg=next(iter(kwargs))))
            arguments[kwargs_parameter.name] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Get a BoundArguments object that maps the passed arguments to the function's signature."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """Get a BoundArguments object that partially maps the passed arguments."""
        return self._bind(args, kwargs, True)

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __reduce__(self):
        return type(self), (tuple(self.parameters.values()),), {"_return_annotation": self.return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __str__(self):
        parts = []
        before = None
        for parameter in self.parameters.values():
            kind = parameter.kind
            if before == _POSITIONAL_ONLY != kind:
                parts.append("/")
            if kind == _KEYWORD_ONLY and before not in (_VAR_POSITIONAL, _KEYWORD_ONLY):
                parts.append("*")
            parts.append(str(parameter))
            before = kind
        if before == _POSITIONAL_ONLY:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)
