"""Parameters of a signature, and arguments bound to them (PEP 362)."""

import re
import types
from keyword import iskeyword


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


# For replace(): an empty annotation or default is something to replace by.
_unchanged = object()


class _ParameterKind(int):
    _names = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD')
    _descriptions = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                     'variadic keyword')

    @property
    def name(self):
        return self._names[self]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        return self._descriptions[self]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


_KINDS = tuple(map(_ParameterKind, range(5)))
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


def formatannotation(annotation, base_module=None):
    module = getattr(annotation, '__module__', None)
    if module == 'typing':
        return re.sub(r"(?<![\w.])typing\.", "", repr(annotation))
    if not isinstance(annotation, type) or isinstance(annotation, types.GenericAlias):
        return repr(annotation)
    prefix = '' if module in ('builtins', base_module) else module + '.'
    return prefix + annotation.__qualname__


def formatannotationrelativeto(object):
    """formatannotation() for what is shown as part of an object: names of its module are not qualified."""
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


def _checked_kind(kind, default):
    try:
        known = _ParameterKind(kind)
        known.name
    except (IndexError, TypeError, ValueError):
        raise ValueError(f'value {kind!r} is not a valid Parameter.kind') from None
    if default is not _empty and known in (_VAR_POSITIONAL, _VAR_KEYWORD):
        raise ValueError(f'{known.description} parameters cannot have default values')
    return known


def _checked_name(name, kind):
    if name is _empty:
        raise ValueError('name is a required attribute for Parameter')
    if not isinstance(name, str):
        raise TypeError(f'name must be a str, not a {type(name).__name__}')
    if not name.isidentifier() or iskeyword(name) and kind != _POSITIONAL_ONLY:
        raise ValueError('{!r} is not a valid parameter name'.format(name))
    return name


class Parameter:
    """Represents a parameter in a function signature."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _checked_kind(kind, default)
        self._name = _checked_name(name, self._kind)
        self._annotation, self._default = annotation, default

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_unchanged, kind=_unchanged, annotation=_unchanged, default=_unchanged):
        """Creates a customized copy of the Parameter."""
        wanted = {"name": name, "kind": kind, "annotation": annotation, "default": default}
        return type(self)(**{key: getattr(self, key) if value is _unchanged else value for key, value in wanted.items()})

    def __reduce__(self):
        return type(self), (self._name, int(self._kind)), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f'{text}: {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        if self._kind == _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash(self._parts())

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or all(mine == its for mine, its in zip(self._parts(), other._parts()))

    def _parts(self):
        return self._name, int(self._kind), self._annotation, self._default


class BoundArguments:
    """Result of Signature.bind call: the mapping of arguments to the function's parameters."""

    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, parameter in self._signature.parameters.items():
            if not started:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def apply_defaults(self):
        """Set default values for missing arguments."""
        result = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                result[name] = self.arguments[name]
            elif parameter.default is not _empty:
                result[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                result[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                result[name] = {}
        self.arguments = result

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'
