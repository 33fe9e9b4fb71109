"""Heap queue algorithm: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

__about__ = __doc__
__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def heappush(heap, item):
    """Push item onto heap, maintaining the heap invariant."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Pop the smallest item off the heap, maintaining the heap invariant."""
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item):
    """Pop and return the current smallest value, and add the new item."""
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item):
    """Fast version of a heappush followed by a heappop."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Transform list into a heap, in-place, in O(len(heap)) time."""
    for i in reversed(range(len(x) // 2)):
        _sink(x, i)


def _heapify_max(x):
    """Maxheap variant of heapify."""
    for i in reversed(range(len(x) // 2)):
        _sink(x, i, _after)


def _heappop_max(heap):
    """Maxheap variant of heappop."""
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last


def _heapreplace_max(heap, item):
    """Maxheap variant of heapreplace."""
    first = heap[0]
    heap[0] = item
    _sink(heap, 0, _after)
    return first


def _before(left, right):
    return left < right


def _after(left, right):
    return right < left


def _rise(heap, start, position, before=_before):
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not before(item, heap[parent]):
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _sink(heap, position, before=_before):
    # To the bottom first, then up again: a leaf rarely belongs near the top, so this compares less.
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not before(heap[child], heap[right]):
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise(heap, start, position, before)


class _Entry:
    # What merge knows of one of its inputs: the next value, and how to get the one after.
    __slots__ = "key", "order", "value", "advance"

    def __init__(self, key, order, value, advance):
        self.key = key
        self.order = order
        self.value = value
        self.advance = advance

    def __lt__(self, other):
        if self.key < other.key:
            return True
        return self.order < other.order and not other.key < self.key


class _DescendingEntry(_Entry):
    __slots__ = ()

    def __lt__(self, other):
        if other.key < self.key:
            return True
        return self.order < other.order and not self.key < other.key


def merge(*iterables, key=None, reverse=False):
    """Merge multiple sorted inputs into a single sorted output.

    Similar to sorted(itertools.chain(*iterables)) but returns a generator,
    does not pull the data into memory all at once, and assumes that each of
    the input streams is already sorted (smallest to largest).

    >>> list(merge([1,3,5,7], [0,2,4,8], [5,10,15,20], [], [25]))
    [0, 1, 2, 3, 4, 5, 5, 7, 8, 10, 15, 20, 25]

    If *key* is not None, applies a key function to each element to determine
    its sort order.

    >>> list(merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len))
    ['dog', 'cat', 'fish', 'horse', 'kangaroo']

    """
    make = _DescendingEntry if reverse else _Entry
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            heap.append(make(value if key is None else key(value), order, value, iterator.__next__))
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry.value
        try:
            entry.value = value = entry.advance()
        except StopIteration:
            heappop(heap)
        else:
            entry.key = value if key is None else key(value)
            heapreplace(heap, entry)
    if heap:
        # The last input that has anything needs no comparing.
        [entry] = heap
        yield entry.value
        yield from entry.advance.__self__


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key)[:n]
    """
    if n == 1:
        return _single(min, iterable, key)
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key, reverse=True)[:n]
    """
    if n == 1:
        return _single(max, iterable, key)
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def _single(choose, iterable, key):
    nothing = object()
    found = choose(iterable, default=nothing, key=key)
    return [] if found is nothing else [found]


try:
    from _heapq import *
    from _heapq import _heapify_max, _heappop_max, _heapreplace_max
except ImportError:
    # Hidden: the functions above serve.
    pass
