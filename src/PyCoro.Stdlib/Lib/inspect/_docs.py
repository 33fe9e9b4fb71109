"""Documentation of objects: their own, or that of what they override."""

import sys

from . import isbuiltin, isclass, isdatadescriptor, isfunction, ismemberdescriptor, ismethod, ismethoddescriptor


def getdoc(object):
    """Get the documentation string for an object, indentation cleaned up; where it has none, what it overrides is asked."""
    try:
        text = object.__doc__
        if text is None:
            text = _of_slot(object) or _inherited(object)
    except (AttributeError, TypeError):
        return None
    return cleandoc(text) if isinstance(text, str) else None


def _of_slot(obj):
    """__slots__ may be a mapping of names to their documentation."""
    slots = getattr(obj.__objclass__, "__slots__", None) if ismemberdescriptor(obj) else None
    return slots.get(obj.__name__) if isinstance(slots, dict) else None


def _inherited(obj):
    if isclass(obj):
        documented = (base.__doc__ for base in obj.__mro__ if base is not object and hasattr(base, "__doc__"))
    else:
        owner, name = _place(obj)
        if owner is None:
            return None
        documented = (getattr(getattr(base, name, None), "__doc__", None) for base in owner.__mro__ if hasattr(base, name))
    return next((text for text in documented if text is not None), None)


def _place(obj):
    """The class that an attribute belongs to and its name there; (None, None) when it is none of a class."""
    if ismethod(obj):
        name, receiver = obj.__func__.__name__, obj.__self__
        is_of_class = isclass(receiver) and getattr(getattr(receiver, name, None), "__func__", None) is obj.__func__
        return receiver if is_of_class else type(receiver), name
    if isfunction(obj):
        return _checked(_enclosing_class(obj), obj.__name__, obj)
    if isbuiltin(obj):
        name, receiver = obj.__name__, obj.__self__
        is_of_class = isclass(receiver) and f"{receiver.__qualname__}.{name}" == obj.__qualname__
        return receiver if is_of_class else type(receiver), name
    if isinstance(obj, property):
        return _checked(_enclosing_class(obj.fget), obj.fget.__name__, obj)
    if ismethoddescriptor(obj) or isdatadescriptor(obj):
        return _checked(obj.__objclass__, obj.__name__, obj)
    return None, None


def _checked(owner, name, obj):
    return (None, None) if owner is None or getattr(owner, name) is not obj else (owner, name)


def _enclosing_class(function):
    """The class in whose body a function was defined, by its qualified name."""
    found = sys.modules.get(function.__module__)
    for part in function.__qualname__.split(".")[:-1]:
        found = getattr(found, part)
    return found if isclass(found) else None


def indentsize(line):
    """Return the indent size, in spaces, at the start of a line of text."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def cleandoc(doc):
    """Clean up indentation from docstrings."""
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)
