"""Get useful information from live Python objects. Library reference: inspect.

What kind of object something is stands here, because most programs ask nothing else. The rest lies in rooms that are entered
when one of their names is used for the first time:

    _states       where generators and coroutines stand
    _members      attributes of objects and classes
    _docs         documentation
    _source       files and lines of source
    _frames       frames and tracebacks
    _parameters   parameters and bound arguments
    _signature    Signature; _callables finds the signature of what can be called
    _arguments    older views of parameters; annotations
"""

import sys
import types

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512
TPFLAGS_IS_ABSTRACT = 1 << 20

_rooms = {
    "_states": (
        "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED", "CORO_CREATED", "CORO_RUNNING",
        "CORO_SUSPENDED", "CORO_CLOSED", "getgeneratorstate", "getgeneratorlocals", "getcoroutinestate",
        "getcoroutinelocals",
    ),
    "_members": (
        "Attribute", "getmembers", "getmembers_static", "classify_class_attrs", "getmro", "getclasstree",
        "walktree", "unwrap", "getattr_static", "ClosureVars", "getclosurevars",
    ),
    "_docs": (
        "getdoc", "cleandoc", "indentsize",
    ),
    "_source": (
        "getfile", "getsourcefile", "getabsfile", "getmodule", "getmodulename", "findsource", "getblock",
        "getsourcelines", "getsource", "getcomments",
    ),
    "_frames": (
        "Traceback", "FrameInfo", "getframeinfo", "getlineno", "getouterframes", "getinnerframes", "currentframe",
        "stack", "trace",
    ),
    "_parameters": (
        "_empty", "_ParameterKind", "_POSITIONAL_ONLY", "_POSITIONAL_OR_KEYWORD", "_VAR_POSITIONAL",
        "_KEYWORD_ONLY", "_VAR_KEYWORD", "formatannotation", "formatannotationrelativeto", "Parameter",
        "BoundArguments",
    ),
    "_signature": (
        "Signature", "signature",
    ),
    "_arguments": (
        "FullArgSpec", "ArgInfo", "Arguments", "getargs", "getargvalues", "formatargvalues", "getfullargspec",
        "getcallargs", "get_annotations",
    ),
}
_room_of = {name: room for room, names in _rooms.items() for name in names}

__all__ = [
    "ArgInfo", "Arguments", "Attribute", "BoundArguments", "ClosureVars", "FrameInfo", "FullArgSpec", "Parameter",
    "Signature", "Traceback", "classify_class_attrs", "cleandoc", "currentframe", "findsource", "formatannotation",
    "formatannotationrelativeto", "formatargvalues", "get_annotations", "getabsfile", "getargs", "getargvalues",
    "getattr_static", "getblock", "getcallargs", "getclasstree", "getclosurevars", "getcomments", "getcoroutinelocals",
    "getcoroutinestate", "getdoc", "getfile", "getframeinfo", "getfullargspec", "getgeneratorlocals", "getgeneratorstate",
    "getinnerframes", "getlineno", "getmembers", "getmembers_static", "getmodule", "getmodulename", "getmro",
    "getouterframes", "getsource", "getsourcefile", "getsourcelines", "indentsize", "isabstract", "isasyncgen",
    "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction",
    "isdatadescriptor", "isframe", "isfunction", "isgenerator", "isgeneratorfunction", "isgetsetdescriptor",
    "ismemberdescriptor", "ismethod", "ismethoddescriptor", "ismethodwrapper", "ismodule", "isroutine", "istraceback",
    "signature", "stack", "trace", "unwrap", "walktree", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED",
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED", "CO_OPTIMIZED", "CO_NEWLOCALS", "CO_VARARGS",
    "CO_VARKEYWORDS", "CO_NESTED", "CO_GENERATOR", "CO_NOFREE", "CO_COROUTINE", "CO_ITERABLE_COROUTINE",
    "CO_ASYNC_GENERATOR", "TPFLAGS_IS_ABSTRACT",
]


def __getattr__(name):
    if name not in _room_of:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = _room_of[name]
    full = f"{__name__}.{room}"
    __import__(full)
    module = sys.modules[full]
    for each in _rooms[room]:
        thing = getattr(module, each)
        if getattr(thing, "__module__", None) == full:
            thing.__module__ = __name__
        globals().setdefault(each, thing)
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_room_of})


def ismodule(object):
    """Return true if the object is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Return true if the object is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Return true if the object is an instance method."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Return true if the object is a user-defined function."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Return true if the object is a built-in function or method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    """Return true if the object is a method descriptor."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isdatadescriptor(object):
    """Return true if the object is a data descriptor."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def ismemberdescriptor(object):
    """Return true if the object is a member descriptor."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Return true if the object is a getset descriptor."""
    return isinstance(object, types.GetSetDescriptorType)


def ismethodwrapper(object):
    """Return true if the object is a method wrapper."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Return true if the object is any kind of function or method."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethodwrapper(object)
            or ismethoddescriptor(object))


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    if not isclass(object):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    # __init_subclass__ runs before abc has counted the abstract methods.
    from abc import ABCMeta
    return (isinstance(object, ABCMeta) and '__abstractmethods__' not in vars(object)
            and any(getattr(value, '__isabstractmethod__', False) for value in _maybe_abstract(object)))


def _maybe_abstract(cls):
    yield from vars(cls).values()
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            yield getattr(cls, name, None)


def isgenerator(object):
    """Return true if the object is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Return true if the object is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    """Return true if the object is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Return true if object can be passed to an ``await`` expression."""
    return (isinstance(object, types.CoroutineType)
            or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
            or getattr(type(object), '__await__', None) is not None)


def istraceback(object):
    """Return true if the object is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Return true if the object is a frame object."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Return true if the object is a code object."""
    return isinstance(object, types.CodeType)


def _has_code_flag(function, flag):
    while True:
        if ismethod(function):
            function = function.__func__
        elif type(function).__name__ == 'partial' and hasattr(function, 'func'):
            function = function.func
        else:
            break
    if not (isfunction(function) or _quacks_like_a_function(function)):
        return False
    return bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Return true if the object is a user-defined generator function."""
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Return true if the object is a coroutine function, defined with async def."""
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Return true if the object is an asynchronous generator function."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def _quacks_like_a_function(obj):
    """Objects with the attributes of a function count as one: compiled functions of other implementations."""
    if not callable(obj) or isclass(obj):
        return False
    absent = object()
    wanted = (("__name__", str), ("__code__", types.CodeType), ("__defaults__", (tuple, type(None))),
              ("__kwdefaults__", (dict, type(None))))
    return (all(isinstance(getattr(obj, name, absent), kinds) for name, kinds in wanted)
            and isinstance(getattr(obj, "__annotations__", None), (dict, type(None))))
