"""The line in which tasks stand while a lock or a queue has nothing for them."""

import collections
import itertools


class WaitingLine(collections.deque):
    """A future for each waiting task, the one that came first in front.

    A task keeps its place until it runs again, so a place that is done belongs to a task that has its turn, or is cancelled.
    """

    async def park(self, loop, abandoned=None):
        """Stand in the line until woken.

        When the task is cancelled instead, `abandoned` is told whether its turn had come: then somebody else must have it.
        """
        place = loop.create_future()
        self.append(place)
        try:
            await place
        except BaseException:
            self.remove(place)
            if abandoned is not None:
                abandoned(place.done() and not place.cancelled())
            raise
        self.remove(place)

    def wake(self, limit=None):
        """Give a turn to at most `limit` tasks (all without one) and count them."""
        woken = list(itertools.islice(self._asleep(), limit))
        for place in woken:
            place.set_result(None)
        return len(woken)

    def deserted(self):
        """Whether all who stood here have given up, or nobody came."""
        return all(place.cancelled() for place in self)

    def count_asleep(self):
        """The number of tasks whose turn has not come."""
        return sum(1 for place in self._asleep())

    def _asleep(self):
        return (place for place in self if not place.done())
