"""Generic (shallow and deep) copying operations (library reference: copy)."""

import copyreg
import types
import weakref

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

# Nothing inside of these can change, so they are their own copies.
_ATOMIC = {
    type(None), int, float, bool, complex, str, bytes, type, range, property, type(Ellipsis), type(NotImplemented),
    types.BuiltinFunctionType, types.FunctionType, types.CodeType, weakref.ref,
}
_SHALLOW_ATOMIC = _ATOMIC | {tuple, frozenset, slice}
_COPIED_BY_METHOD = {list, dict, set, bytearray}


def _reduced(x, cls, memo_protocol=4):
    reducer = copyreg.dispatch_table.get(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, "__reduce_ex__", None)
    if reducer is not None:
        return reducer(memo_protocol)
    reducer = getattr(x, "__reduce__", None)
    if reducer:
        return reducer()
    return None


def copy(x):
    """Shallow copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _SHALLOW_ATOMIC:
        return x
    if cls in _COPIED_BY_METHOD:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reduced = _reduced(x, cls)
    if reduced is None:
        raise Error("un(shallow)copyable object of type %s" % cls)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """Deep copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    mark = id(x)
    known = memo.get(mark, _nil)
    if known is not _nil:
        return known
    special = _deepcopy_dispatch.get(cls)
    if special is not None:
        made = special(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        method = getattr(x, "__deepcopy__", None)
        if method is not None:
            made = method(memo)
        else:
            reduced = _reduced(x, cls)
            if reduced is None:
                raise Error("un(deep)copyable object of type %s" % cls)
            made = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if made is not x:
        memo[mark] = made
        _keep_alive(x, memo)
    return made


def _keep_alive(x, memo):
    # Marks are ids, so what they are of must live as long as the memo.
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    known = memo.get(id(x))
    if known is not None:
        return known
    return x if all(a is b for a, b in zip(items, x)) else tuple(items)


def _deepcopy_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = d = {
    list: _deepcopy_list,
    tuple: _deepcopy_tuple,
    dict: _deepcopy_dict,
    types.MethodType: _deepcopy_method,
}


def _reconstruct(x, memo, function, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = tuple(deepcopy(arg, memo) for arg in args)
    made = function(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if listiter is not None:
        for item in listiter:
            made.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made
