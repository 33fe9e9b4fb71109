"""Queues between processes: pipes that many may write to and read from."""

import threading
from collections import deque
from queue import Empty, Full
from types import GenericAlias

from multiprocessing import connection, context, synchronize, util
from multiprocessing.reduction import ForkingPickler

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']


class Queue:
    """First in, first out. A thread of the process writes what is put, so that put() need not wait for the pipe."""

    # What a process that is started gets; the thread and what it has to do is its own.
    _SHARED = ('_maxsize', '_reader', '_writer', '_reading', '_writing', '_free', '_there')
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, maxsize=0, *, ctx):
        self._maxsize = maxsize if maxsize > 0 else synchronize.SEM_VALUE_MAX
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reading, self._writing = synchronize.Lock(ctx=ctx), synchronize.Lock(ctx=ctx)
        self._free = synchronize.Semaphore(self._maxsize, ctx=ctx)
        self._there = synchronize.Semaphore(0, ctx=ctx)
        self._begin()

    def __getstate__(self):
        context.assert_spawning(self)
        return {name: self.__dict__[name] for name in self._SHARED if name in self.__dict__}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._begin()

    def _begin(self):
        self._buffer = deque()
        self._changed = threading.Condition(threading.Lock())
        self._feeder = None
        self._closed = False
        self._is_joined_at_exit = True

    def put(self, obj, block=True, timeout=None):
        """Add an object. When the queue is full: wait, at most timeout seconds if given, or not at all; then Full."""
        self._require_open()
        if not self._free.acquire(block, timeout):
            raise Full
        self._note_put()
        with self._changed:
            if self._feeder is None:
                self._start_feeder()
            self._buffer.append(obj)
            self._changed.notify()

    def get(self, block=True, timeout=None):
        """Remove and return an object. When there is none: wait, at most timeout seconds if given, or not at all; then Empty."""
        self._require_open()
        if not self._there.acquire(block, timeout):
            raise Empty
        # One is for this reader; it may be on its way still.
        with self._reading:
            data = self._reader._receive()
        self._free.release()
        return ForkingPickler.loads(data)

    def put_nowait(self, obj):
        """Add an object, or raise Full."""
        return self.put(obj, False)

    def get_nowait(self):
        """Remove and return an object, or raise Empty."""
        return self.get(False)

    def qsize(self):
        """How many objects there are; another process may change it at once."""
        return self._maxsize - self._free.get_value()

    def empty(self):
        """Can nothing be read?"""
        self._require_open()
        return not self._reader.poll()

    def full(self):
        """Is there no room?"""
        return not self._free.get_value()

    def close(self):
        """This process puts nothing more; the thread ends when it has written everything."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            self._changed.notify()
        self._reader.close()

    def join_thread(self):
        """Wait until everything is written; the queue must be closed."""
        assert self._closed, f'Queue {self!r} not closed'
        if self._feeder is not None:
            self._feeder.join()

    def cancel_join_thread(self):
        """What is not written when the program ends is lost: do not wait for it."""
        self._is_joined_at_exit = False

    def _note_put(self):
        """An object has a place, and will be there soon."""

    def _require_open(self):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')

    def _start_feeder(self):
        self._feeder = threading.Thread(target=self._feed, name='QueueFeederThread', daemon=True)
        self._feeder.start()
        util._farewells[id(self)] = self._leave
        util._watch_exit()

    def _feed(self):
        try:
            while True:
                with self._changed:
                    self._changed.wait_for(lambda: self._buffer or self._closed)
                    if not self._buffer:
                        return
                    obj = self._buffer.popleft()
                self._write(obj)
                obj = None
        finally:
            self._writer.close()
            util._farewells.pop(id(self), None)

    def _write(self, obj):
        try:
            data = ForkingPickler.dumps(obj)
            with self._writing:
                # First: a reader has to make room for a long one.
                self._there.release()
                self._writer._send(data)
        except Exception as error:
            self._free.release()
            self._on_queue_feeder_error(error, obj)

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """An object could not be written: say so."""
        import traceback
        traceback.print_exception(e)

    def _leave(self):
        """The program ends."""
        if self._is_joined_at_exit:
            self.close()
            self.join_thread()


class JoinableQueue(Queue):
    """A queue that knows whether what was put is dealt with."""

    _SHARED = (*Queue._SHARED, '_unfinished', '_all_done')

    def __init__(self, maxsize=0, *, ctx):
        super().__init__(maxsize, ctx=ctx)
        self._unfinished = synchronize.Semaphore(0, ctx=ctx)
        self._all_done = synchronize.Condition(ctx=ctx)

    def _note_put(self):
        with self._all_done:
            self._unfinished.release()

    def task_done(self):
        """Say that an object which get() returned is dealt with; join() waits for as many calls as there were put()s."""
        with self._all_done:
            if not self._unfinished.acquire(False):
                raise ValueError('task_done() called too many times')
            if not self._unfinished.get_value():
                self._all_done.notify_all()

    def join(self):
        """Wait until all objects are dealt with."""
        with self._all_done:
            self._all_done.wait_for(lambda: not self._unfinished.get_value())


class SimpleQueue:
    """First in, first out; put() writes itself, and waits while the pipe is full."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reading, self._writing = synchronize.Lock(ctx=ctx), synchronize.Lock(ctx=ctx)

    def __getstate__(self):
        context.assert_spawning(self)
        return self.__dict__

    def put(self, obj):
        """Add an object."""
        data = ForkingPickler.dumps(obj)
        with self._writing:
            self._writer._send(data)

    def get(self):
        """Remove and return an object; waits for it."""
        with self._reading:
            data = self._reader._receive()
        return ForkingPickler.loads(data)

    def empty(self):
        """Is there none?"""
        return not self._reader.poll()

    def close(self):
        """Give back what belongs to it."""
        self._reader.close()
        self._writer.close()
