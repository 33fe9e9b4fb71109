"""Locks, events, conditions, semaphores and barriers between the tasks of one loop.

Only an await lets another task run, so what stands between two awaits needs no protection: each primitive is some plain state
and a line of tasks that wait for it to change.
"""

from _asyncio import WaitingLine

from . import exceptions
from . import mixins

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')


class _Primitive(mixins._LoopBoundMixin):
    """What all of them share: a line of waiting tasks, and how they are shown."""

    def __init__(self):
        self._waiters = WaitingLine()

    def __repr__(self):
        crowd = f', waiters:{len(self._waiters)}' if self._waiters else ''
        return f'<{super().__repr__()[1:-1]} [{self._describe()}{crowd}]>'

    def _describe(self):
        return 'locked' if self.locked() else 'unlocked'

    def _park(self, abandoned=None):
        return self._waiters.park(self._get_loop(), abandoned)


class _HeldInAsyncWith:
    """`async with` holds it during the block."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc_info):
        self.release()


class Lock(_HeldInAsyncWith, _Primitive):
    """A lock that one task holds at a time; those who wait get it in the order in which they came."""

    def __init__(self):
        super().__init__()
        self._locked = False

    def locked(self):
        """Tell whether a task holds the lock."""
        return self._locked

    async def acquire(self):
        """Wait until the lock is free, hold it and return True."""
        # A free lock with a line is on its way to the task that was woken for it.
        if self._locked or not self._waiters.deserted():
            await self._park(self._offer_if_free)
        self._locked = True
        return True

    def release(self):
        """Free the lock for the task that has waited longest; RuntimeError if nobody holds it."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._offer_if_free()

    def _offer_if_free(self, _had_turn=False):
        # A cancelled task in front makes the offer again when it leaves.
        if not self._locked and self._waiters.first_sleeps():
            self._waiters.wake(1)


class Event(_Primitive):
    """A flag that tasks can wait for."""

    def __init__(self):
        super().__init__()
        self._flag = False

    def _describe(self):
        return 'set' if self._flag else 'unset'

    def is_set(self):
        """Tell whether the flag is up."""
        return self._flag

    def set(self):
        """Raise the flag; all who wait for it go on."""
        self._flag = True
        self._waiters.wake()

    def clear(self):
        """Lower the flag: from now on tasks wait again."""
        self._flag = False

    async def wait(self):
        """Return True as soon as the flag is up."""
        if not self._flag:
            await self._park()
        return True


class Condition(_HeldInAsyncWith, _Primitive):
    """A lock whose holder can wait for the news that another holder gives."""

    def __init__(self, lock=None):
        super().__init__()
        self._lock = Lock() if lock is None else lock
        for name in ('locked', 'acquire', 'release'):
            setattr(self, name, getattr(self._lock, name))

    def _demand_lock(self, purpose):
        if not self.locked():
            raise RuntimeError(f'cannot {purpose} on un-acquired lock')

    async def wait(self):
        """Free the lock until notified, then hold it again and return True."""
        self._demand_lock('wait')
        self.release()
        try:
            await self._park()
        finally:
            await self._regain()
        return True

    async def _regain(self):
        """Take the lock back. The caller believes to hold it, so a cancellation has to wait until that is true."""
        postponed = None
        while True:
            try:
                await self.acquire()
            except exceptions.CancelledError as cancellation:
                postponed = cancellation
                continue
            break
        try:
            if postponed is not None:
                raise postponed
        finally:
            # The exception's traceback holds this frame: no circle through the local name.
            del postponed

    async def wait_for(self, predicate):
        """Wait until `predicate()` is true and return what it gave."""
        while not (outcome := predicate()):
            await self.wait()
        return outcome

    def notify(self, n=1):
        """Wake `n` of the waiting tasks; they go on when the lock is free."""
        self._demand_lock('notify')
        self._waiters.wake(n)

    def notify_all(self):
        """Wake all waiting tasks."""
        self.notify(len(self._waiters))


class Semaphore(_HeldInAsyncWith, _Primitive):
    """A number of units that tasks take and give back; they wait while none is left."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        super().__init__()
        self._value = value

    def _describe(self):
        return super()._describe() + ('' if self.locked() else f', value:{self._value}')

    def locked(self):
        """Tell whether acquire() would have to wait."""
        return self._value == 0 or not self._waiters.deserted()

    async def acquire(self):
        """Take a unit, waiting for one if need be, and return True."""
        if not self.locked():
            self._value -= 1
            return True
        # Who is woken has its unit already. Units may have come back meanwhile, and the line is shorter now: share them out.
        await self._park(self._abandoned)
        if self._value > 0:
            self._serve_next()
        return True

    def release(self):
        """Give a unit back, and wake a task that waits for one."""
        self._put_back()

    def _abandoned(self, had_turn):
        if had_turn:
            self._put_back()

    def _put_back(self):
        self._value += 1
        self._serve_next()

    def _serve_next(self):
        self._value -= self._waiters.wake(1)


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to get back more units than it has given out."""

    def __init__(self, value=1):
        super().__init__(value)
        self._capacity = value

    def release(self):
        if self._value >= self._capacity:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class Barrier(mixins._LoopBoundMixin):
    """Lets tasks pass in groups of a fixed size.

    A group gathers inside ('filling'); the last one to come opens the barrier, and the group leaves ('draining'). Until all
    have left, the next ones stand outside. A reset throws out who is inside ('resetting'); an abort also all who come later.
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._parties = parties
        self._phase = 'filling'
        self._count = 0
        self._inside = WaitingLine()
        self._outside = WaitingLine()

    def __repr__(self):
        crowd = '' if self.broken else f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{super().__repr__()[1:-1]} [{self._phase}{crowd}]>'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exc_info):
        pass

    @property
    def parties(self):
        """The size of a group."""
        return self._parties

    @property
    def n_waiting(self):
        """How many of a group are there and wait for the others."""
        return self._count if self._phase == 'filling' else 0

    @property
    def broken(self):
        """Whether the barrier was aborted."""
        return self._phase == 'broken'

    async def wait(self):
        """Wait for the rest of the group. Each of the group gets another number from 0 on."""
        await self._enter()
        number = self._count
        self._count += 1
        try:
            if number + 1 == self._parties:
                self._begin('draining')
            while self._phase == 'filling':
                await self._inside.park(self._get_loop())
            if self._phase != 'draining':
                raise exceptions.BrokenBarrierError('Abort or reset of barrier')
            return number
        finally:
            self._leave()

    async def _enter(self):
        while self._phase in ('draining', 'resetting'):
            await self._outside.park(self._get_loop())
        if self.broken:
            raise exceptions.BrokenBarrierError('Barrier aborted')

    def _leave(self):
        self._count -= 1
        if self._count == 0:
            self._begin('broken' if self.broken else 'filling')

    def _begin(self, phase):
        """Change the phase; each task looks for itself whether that lets it go on."""
        self._phase = phase
        self._inside.wake()
        self._outside.wake()

    async def reset(self):
        """Make the barrier as new; tasks that wait in it get a BrokenBarrierError."""
        self._begin('resetting' if self._count else 'filling')

    async def abort(self):
        """Break the barrier: all who wait, and all who come before a reset, get a BrokenBarrierError."""
        self._begin('broken')
