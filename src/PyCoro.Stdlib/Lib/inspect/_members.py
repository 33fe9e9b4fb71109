"""Attributes of objects and classes: all of them, where they come from, and how to get at them without running code."""

import sys
import types
from collections import namedtuple

from . import isclass, isdatadescriptor, isfunction, ismethod, ismodule, isroutine

Attribute = namedtuple("Attribute", "name kind defining_class object")


def _dynamic_names(cls):
    """Names that are properties on instances and something else, or nothing, on the class."""
    return [name for base in (cls.__bases__ if isclass(cls) else ()) for name, value in vars(base).items()
            if isinstance(value, types.DynamicClassAttribute)]


def _stored(layers, name):
    """The first of the classes that has the name in its own namespace, and what is there."""
    for layer in layers:
        if name in vars(layer):
            return layer, vars(layer)[name]
    return None, None


def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name, those only that the predicate accepts."""
    layers = (object, *object.__mro__) if isclass(object) else ()
    found = []
    seen = set()
    for name in [*dir(object), *_dynamic_names(object)]:
        layer = None
        if name in seen:
            layer, value = _stored(layers, name)
        else:
            try:
                value = layer = getattr(object, name)
                layer = layers
            except AttributeError:
                layer, value = _stored(layers, name)
        if layer is None:
            continue
        seen.add(name)
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmembers_static(object, predicate=None):
    """As getmembers(), without running descriptors, __getattr__ or __getattribute__."""
    found = []
    for name in dir(object):
        try:
            value = getattr_static(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def _inventor(cls, name):
    """The metaclass furthest back whose __getattr__ makes the attribute up."""
    for layer in reversed(type(cls).__mro__):
        hook = vars(layer).get("__getattr__")
        if hook is not None:
            try:
                hook(cls, name)
            except AttributeError:
                continue
            return layer
    return None


def classify_class_attrs(cls):
    """Return a list of Attribute(name, kind, defining_class, object) for everything dir(cls) shows.

    The kind is "class method", "static method", "property", "method" or "data"."""
    found = []
    layers = (*cls.__mro__, *(layer for layer in type(cls).__mro__ if layer not in (*cls.__mro__, type)))
    names = dict.fromkeys(dir(cls))
    names.update(dict.fromkeys(name for base in cls.__mro__ for name, value in vars(base).items()
                               if isinstance(value, types.DynamicClassAttribute) and value.fget is not None))
    for name in names:
        owner, stored = _stored(layers, name)
        try:
            got = None if name == "__dict__" else getattr(cls, name)
        except Exception:
            got = None
        if owner is None:
            # Every class has it by type, or __getattr__ makes it up.
            owner = cls if name in vars(type) else (
                getattr(got, "__objclass__", None) or _inventor(cls, name))
            if owner is None or got is None:
                continue
            stored = got
        value = stored if got is None else got
        if isinstance(stored, (staticmethod, types.BuiltinMethodType)):
            kind, value = "static method", stored
        elif isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
            kind, value = "class method", stored
        elif isinstance(stored, property):
            kind, value = "property", stored
        else:
            if isinstance(stored, types.DynamicClassAttribute):
                if got is not None and (inventor := _inventor(cls, name)):
                    found.append(Attribute(name, "method" if isroutine(got) else "data", inventor, got))
                value = stored
            kind = "method" if isroutine(value) else "data"
        found.append(Attribute(name, kind, owner, value))
    return found


def getmro(cls):
    """Return tuple of base classes (including cls) in method resolution order."""
    return cls.__mro__


def walktree(classes, children, parent):
    """The part of getclasstree() below one class."""
    tree = []
    for cls in sorted(classes, key=lambda each: (each.__module__, each.__name__)):
        tree.append((cls, cls.__bases__))
        if cls in children:
            tree.append(walktree(children[cls], children, cls))
    return tree


def getclasstree(classes, unique=False):
    """Arrange the classes into nested lists of (class, bases), each followed by the list of those derived from it."""
    children, roots = {}, []
    for cls in classes:
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
    return walktree(roots + [parent for parent in children if parent not in classes], children, None)


def unwrap(func, *, stop=None):
    """Get the object wrapped by func."""
    original = func
    seen = {id(func): func}
    limit = sys.getrecursionlimit()
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError('wrapper loop when unwrapping {!r}'.format(original))
        seen[id(func)] = func
    return func


_sentinel = object()


# How type itself finds these: classes can have attributes of the same names.
_mro_of = vars(type)["__mro__"].__get__
_names_of = vars(type)["__dict__"].__get__


def _found(cls, attr):
    """What the classes of an MRO store under a name, without asking them."""
    for layer in _mro_of(cls):
        names = _names_of(layer)
        if attr in names:
            return names[attr]
    return _sentinel


def _own_names(obj):
    """The namespace of an instance itself, when its class has not put something else in the place of __dict__."""
    stored = _found(type(obj), "__dict__")
    if types.ModuleType in _mro_of(type(obj)):
        return object.__getattribute__(obj, "__dict__")
    if isinstance(stored, types.GetSetDescriptorType):
        return stored.__get__(obj)
    return {}


def getattr_static(obj, attr, default=_sentinel):
    """Retrieve attributes without triggering dynamic lookup: no descriptors, no __getattr__, no __getattribute__."""
    if type in _mro_of(type(obj)):
        found = _found(obj, attr)
        if found is _sentinel:
            found = _found(type(obj), attr)
        if found is not _sentinel:
            return found
    else:
        found = _found(type(obj), attr)
        own = _own_names(obj)
        if dict.__contains__(own, attr):
            is_data = found is not _sentinel and (_found(type(found), "__set__") is not _sentinel
                                                  or _found(type(found), "__delete__") is not _sentinel)
            if not is_data:
                return dict.__getitem__(own, attr)
        if found is not _sentinel:
            return found
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


class ClosureVars(tuple):
    """What getclosurevars() returns."""

    def __new__(cls, nonlocals, globals, builtins, unbound):
        return tuple.__new__(cls, (nonlocals, globals, builtins, unbound))

    nonlocals = property(lambda self: self[0])
    globals = property(lambda self: self[1])
    builtins = property(lambda self: self[2])
    unbound = property(lambda self: self[3])

    def __repr__(self):
        return 'ClosureVars(nonlocals={!r}, globals={!r}, builtins={!r}, unbound={!r})'.format(*self)


def getclosurevars(func):
    """Get the mapping of free variables to their current values."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError('{!r} is not a Python function'.format(func))
    code = func.__code__
    nonlocals = {}
    if func.__closure__ is not None:
        nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    namespace = func.__globals__
    import builtins
    known = namespace.get('__builtins__', builtins)
    if ismodule(known):
        known = known.__dict__
    used_globals, used_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        if name in namespace:
            used_globals[name] = namespace[name]
        elif name in known:
            used_builtins[name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, used_globals, used_builtins, unbound)
