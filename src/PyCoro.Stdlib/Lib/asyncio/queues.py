"""Queues between the tasks of one loop."""

from _asyncio import QueueEmpty, QueueFull, _QueueCore

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty')


class Queue(_QueueCore):
    """A first-in first-out queue; with a `maxsize` above 0 producers wait while it is full.

    Subclasses choose another order with _init, _put and _get. All that does not wait is native.
    """

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        # A subclass need not keep its items in _queue.
        items = list(getattr(self, '_queue', None) or ())
        getters, putters = len(self._getters), len(self._putters)
        facts = (
            (True, f'maxsize={self._maxsize!r}'),
            (items, f'_queue={items!r}'),
            (getters, f'_getters[{getters}]'),
            (putters, f'_putters[{putters}]'),
            (self._unfinished_tasks, f'tasks={self._unfinished_tasks}'),
        )
        return ' '.join(text for worth_telling, text in facts if worth_telling)

    async def put(self, item):
        """Add an item, waiting for room if need be."""
        await self._putting(item)

    async def get(self):
        """Take the next item, waiting for one if need be."""
        return await self._getting()

    async def join(self):
        """Wait until all items that were put have been taken and finished."""
        if (waiting := self._joining()) is not None:
            await waiting


class _ListQueue(Queue):
    """Keeps its items in a list."""

    def _init(self, maxsize):
        self._queue = []


class PriorityQueue(_ListQueue):
    """Gives the smallest item first; items are often pairs of a priority and the thing itself."""

    def _put(self, item):
        import heapq
        heapq.heappush(self._queue, item)

    def _get(self):
        import heapq
        return heapq.heappop(self._queue)


class LifoQueue(_ListQueue):
    """Gives the item first that came last."""

    def _get(self):
        return self._queue.pop()
