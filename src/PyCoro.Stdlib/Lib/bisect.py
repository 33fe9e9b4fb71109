"""Bisection algorithms (library reference: bisect)."""


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """Return the index where to insert item x in list a, assuming a is sorted, behind those equal to x."""
    return _first(a, lo, hi, key, lambda item: x < item)


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """Return the index where to insert item x in list a, assuming a is sorted, before those equal to x."""
    return _first(a, lo, hi, key, lambda item: not item < x)


def _first(a, lo, hi, key, is_behind):
    """The first place whose item is_behind, in a list where all behind such an item are too; the end if there is none."""
    if lo < 0:
        raise ValueError("lo must be non-negative")
    end = len(a) if hi is None else hi
    while lo < end:
        middle = (lo + end) // 2
        item = a[middle]
        if is_behind(item if key is None else key(item)):
            end = middle
        else:
            lo = middle + 1
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Insert item x in list a, and keep it sorted assuming a is sorted, behind those equal to x."""
    place = bisect_right(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(place, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Insert item x in list a, and keep it sorted assuming a is sorted, before those equal to x."""
    place = bisect_left(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(place, x)


try:
    from _bisect import *
except ImportError:
    # Hidden: the functions above serve.
    pass

bisect = bisect_right
insort = insort_right
