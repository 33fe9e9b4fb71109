"""An executor whose calls run in threads."""

import os
import threading
import weakref
from itertools import count as _numbers
from types import GenericAlias

from _queue import Empty, SimpleQueue

from concurrent.futures import _base

_pool_numbers = _numbers()
# The queue of each worker: at the end of the program they are told, and waited for.
_workers = {}
_program_ends = False
# Held while calls are taken: none comes between the end and the farewell.
_ending = threading.Lock()


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a worker has raised."""


class _Call:
    """What to call, and the future that waits for it."""

    __slots__ = ('future', 'function', 'args', 'kwargs')
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, future, function, args, kwargs):
        self.future, self.function, self.args, self.kwargs = future, function, args, kwargs

    def run(self):
        """Make the call, unless it was cancelled."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.function(*self.args, **self.kwargs)
        except BaseException as exception:
            self.future.set_exception(exception)
            # The traceback holds this frame.
            self = None
        else:
            self.future.set_result(result)


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in threads, at most max_workers of them: made as they are needed, ended by shutdown()."""

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            # Threads are for waiting; still, a large machine should not get hundreds.
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        _base._check_workers(max_workers, initializer)
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f'ThreadPoolExecutor-{next(_pool_numbers)}'
        self._initializer, self._initargs = initializer, initargs
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)      # one for each worker that waits for a call
        self._threads = set()
        self._shutdown_lock = threading.Lock()
        self._shutdown = self._broken = False

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called in a thread, and return a future of it."""
        with self._shutdown_lock, _ending:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown or _program_ends:
                raise RuntimeError(f'cannot schedule new futures after {"" if self._shutdown else "interpreter "}shutdown')
            future = _base.Future()
            self._work_queue.put(_Call(future, fn, args, kwargs))
            if not self._idle_semaphore.acquire(False) and len(self._threads) < self._max_workers:
                self._add_worker()
            return future

    def _add_worker(self):
        work = self._work_queue
        # When nobody has the executor any more, one worker wakes, and wakes the next.
        executor = weakref.ref(self, lambda _: work.put(None))
        worker = threading.Thread(name=f'{self._thread_name_prefix}_{len(self._threads)}', target=_work,
                                  args=(executor, work, self._initializer, self._initargs))
        _workers[worker] = work
        try:
            worker.start()
        except BaseException:
            del _workers[worker]
            raise
        self._threads.add(worker)

    def _break(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for call in _drain(self._work_queue):
                call.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; threads end when all are done. See Executor.shutdown()."""
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for call in _drain(self._work_queue):
                    call.future.cancel()
            self._work_queue.put(None)
        if wait:
            for worker in self._threads:
                worker.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__


def _drain(work):
    """The calls that no worker has taken yet."""
    while True:
        try:
            call = work.get_nowait()
        except Empty:
            return
        if call is not None:
            yield call


def _work(executor_ref, work, initializer, initargs):
    """What a worker does, from its beginning to its end."""
    try:
        if _base._begin_worker(initializer, initargs):
            _make_calls(executor_ref, work)
        elif (executor := executor_ref()) is not None:
            executor._break()
    except BaseException:
        _base.LOGGER.critical('Exception in worker', exc_info=True)
    finally:
        del _workers[threading.current_thread()]


def _make_calls(executor_ref, work):
    """Makes calls as long as there is an executor or something to do."""
    while True:
        # Nothing is held while it waits: neither the executor nor a call that was made.
        if (call := work.get()) is not None:
            call.run()
            call = None
            if (executor := executor_ref()) is not None:
                executor._idle_semaphore.release()
            executor = None
            continue
        executor = executor_ref()
        if _program_ends or executor is None or executor._shutdown:
            if executor is not None:
                executor._shutdown = True
            work.put(None)      # for the next worker
            return
        executor = None


def _end_workers():
    """The program ends: workers do what was submitted, and are waited for."""
    global _program_ends
    with _ending:
        _program_ends = True
    workers = list(_workers.items())
    for _, work in workers:
        work.put(None)
    for worker, _ in workers:
        worker.join()


threading._register_atexit(_end_workers)
