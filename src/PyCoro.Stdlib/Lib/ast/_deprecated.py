"""Node classes of older versions of Python, which make and recognise nodes of today (library reference: ast, "Deprecated
since version 3.8")."""

from _ast import AST, Constant, Load, Tuple, expr_context, mod


def _value(self):
    """Deprecated. Use value instead."""
    return self.value


def _set_value(self, value):
    self.value = value


Constant.n = property(_value, _set_value)
Constant.s = property(_value, _set_value)


class _ConstantClass(type):
    """Classes whose instances are constants with a value of certain types."""

    def __instancecheck__(cls, instance):
        if cls not in _kinds:
            return type.__instancecheck__(cls, instance)
        if not isinstance(instance, Constant):
            return False
        try:
            value = instance.value
        except AttributeError:
            return False
        included, excluded = _kinds[cls]
        return isinstance(value, included) and not isinstance(value, excluded)


def _make(cls, *args, **kwargs):
    for name in kwargs:
        if name in cls._fields and cls._fields.index(name) < len(args):
            raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
    if cls in _kinds:
        return Constant(*args, **kwargs)
    return Constant.__new__(cls)


class Num(Constant, metaclass=_ConstantClass):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ('n',)
    __new__ = _make


class Str(Constant, metaclass=_ConstantClass):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ('s',)
    __new__ = _make


class Bytes(Constant, metaclass=_ConstantClass):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ('s',)
    __new__ = _make


class NameConstant(Constant, metaclass=_ConstantClass):
    """Deprecated AST node class. Use ast.Constant instead"""
    __new__ = _make


class Ellipsis(Constant, metaclass=_ConstantClass):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ()

    def __new__(cls, *args, **kwargs):
        if cls is Ellipsis:
            return Constant(..., *args, **kwargs)
        return Constant.__new__(cls)


_kinds = {
    Num: ((int, float, complex), (bool,)),
    Str: ((str,), ()),
    Bytes: ((bytes,), ()),
    NameConstant: ((type(None), bool), ()),
    Ellipsis: ((type(...),), ()),
}

# Visitors may still have a method for the class of old: by the exact type of the value.
_old_names = {
    type(None): 'NameConstant',
    bool: 'NameConstant',
    int: 'Num',
    float: 'Num',
    complex: 'Num',
    str: 'Str',
    bytes: 'Bytes',
    type(...): 'Ellipsis',
}


def visit_constant(visitor, node):
    name = _old_names.get(type(node.value))
    if name is None:
        for kind, old in _old_names.items():
            if isinstance(node.value, kind):
                name = old
                break
    method = getattr(visitor, f'visit_{name}', None) if name else None
    if method is None:
        return visitor.generic_visit(node)
    import warnings
    warnings.warn(f"visit_{name} is deprecated; add visit_Constant", DeprecationWarning, 3)
    return method(node)


class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


def _dims(self):
    """Deprecated. Use elts instead."""
    return self.elts


def _set_dims(self, value):
    self.elts = value


Tuple.dims = property(_dims, _set_dims)


class Suite(mod):
    """Deprecated AST node class.  Unused in Python 3."""


class AugLoad(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class AugStore(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class Param(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


for _class in (Num, Str, Bytes, NameConstant, Ellipsis, slice, Index, ExtSlice, Suite, AugLoad, AugStore, Param):
    _class.__module__ = 'ast'
