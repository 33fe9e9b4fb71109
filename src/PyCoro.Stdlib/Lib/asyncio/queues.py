"""Queues between the tasks of one loop."""

import collections

from _asyncio import WaitingLine

from . import locks
from . import mixins

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty')


class QueueEmpty(Exception):
    """get_nowait() found nothing."""


class QueueFull(Exception):
    """put_nowait() found no room."""


class Queue(mixins._LoopBoundMixin):
    """A first-in first-out queue; with a `maxsize` above 0 producers wait while it is full.

    Subclasses choose another order with _init, _put and _get.
    """

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = WaitingLine()
        self._putters = WaitingLine()
        self._unfinished_tasks = 0
        self._all_done = locks.Event()
        self._all_done.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

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
        getters, putters = self._getters.count_asleep(), self._putters.count_asleep()
        facts = (
            (True, f'maxsize={self._maxsize!r}'),
            (items, f'_queue={items!r}'),
            (getters, f'_getters[{getters}]'),
            (putters, f'_putters[{putters}]'),
            (self._unfinished_tasks, f'tasks={self._unfinished_tasks}'),
        )
        return ' '.join(text for worth_telling, text in facts if worth_telling)

    @property
    def maxsize(self):
        """The number of items that have room; 0 or less means no limit."""
        return self._maxsize

    def qsize(self):
        """The number of items in the queue."""
        return len(self._queue)

    def empty(self):
        """Tell whether there is nothing to get."""
        return not self._queue

    def full(self):
        """Tell whether the queue has a limit and has reached it."""
        return 0 < self._maxsize <= self.qsize()

    def _pass_to_putter(self, had_turn):
        # The turn of a task that was cancelled goes to the next one.
        if had_turn and not self.full():
            self._putters.wake(1)

    def _pass_to_getter(self, had_turn):
        if had_turn and not self.empty():
            self._getters.wake(1)

    async def put(self, item):
        """Add an item, waiting for room if need be."""
        while self.full():
            await self._putters.park(self._get_loop(), self._pass_to_putter)
        self.put_nowait(item)

    def put_nowait(self, item):
        """Add an item; QueueFull if there is no room."""
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._all_done.clear()
        self._getters.wake(1)

    async def get(self):
        """Take the next item, waiting for one if need be."""
        while self.empty():
            await self._getters.park(self._get_loop(), self._pass_to_getter)
        return self.get_nowait()

    def get_nowait(self):
        """Take the next item; QueueEmpty if there is none."""
        if self.empty():
            raise QueueEmpty
        taken = self._get()
        self._putters.wake(1)
        return taken

    def task_done(self):
        """Say that the work on an item that was taken is finished."""
        if self._unfinished_tasks < 1:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if not self._unfinished_tasks:
            self._all_done.set()

    async def join(self):
        """Wait until all items that were put have been taken and finished."""
        # The event follows the count; a count that a subclass changes by itself is trusted more.
        if self._unfinished_tasks:
            await self._all_done.wait()


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
