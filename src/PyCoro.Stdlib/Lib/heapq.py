"""Heap queue algorithm: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

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


def _rise(heap, start, position):
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not item < heap[parent]:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _sink(heap, position):
    # To the bottom first, then up again: a leaf rarely belongs near the top, so this compares less.
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise(heap, start, position)


def merge(*iterables, key=None, reverse=False):
    """Merge multiple sorted inputs into a single sorted output."""
    class Entry:
        __slots__ = ('key', 'order', 'value', 'advance')

        def __lt__(self, other):
            if self.key < other.key:
                return not reverse
            if other.key < self.key:
                return reverse
            return self.order < other.order

    heap = []
    for order, iterable in enumerate(map(iter, iterables)):
        for value in iterable:
            entry = Entry()
            entry.key = value if key is None else key(value)
            entry.order, entry.value, entry.advance = order, value, iterable.__next__
            heap.append(entry)
            break
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry.value
        try:
            entry.value = entry.advance()
        except StopIteration:
            heappop(heap)
        else:
            entry.key = entry.value if key is None else key(entry.value)
            _sink(heap, 0)


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
