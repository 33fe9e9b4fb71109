"""An executor whose calls run in processes.

Each worker is a process at the other end of a pipe. A thread of this process, the crew's manager, gives a call to each worker that
is free and takes what comes back; it notices at once when a worker has gone, since its pipe ends. Calls that no worker has yet
are kept here, where they can be cancelled.
"""

import multiprocessing
import os
import sys
import threading
import weakref
from collections import deque
from functools import partial
from itertools import islice

from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler

from concurrent.futures import _base

_crews = {}                         # those that work, with their managers: the end of the program waits for them
_program_ends = False


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker has gone without being told to."""


class _RemoteTraceback(Exception):
    """The traceback of an exception in another process; it is its cause here."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _quote(exception, mark='"""'):
    from traceback import format_exception
    return _RemoteTraceback(f'\n{mark}\n{"".join(format_exception(exception))}{mark}')


def _check_system_limits():
    """Raises NotImplementedError where processes cannot be used."""
    if not (hasattr(os, 'eventfd') and sys.executable):
        raise NotImplementedError('processes need eventfd() and a program to run them')


# In a worker.

def _process_worker(pipe, initializer, initargs, max_tasks):
    """The whole life of a worker: it answers calls."""
    if not _base._begin_worker(initializer, initargs):
        return
    try:
        while max_tasks is None or max_tasks > 0:
            if max_tasks is not None:
                max_tasks -= 1
            _answer(pipe, pipe.recv(), is_last=max_tasks == 0)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass    # nobody asks any more


def _answer(pipe, call, is_last):
    function, args, kwargs = call
    result = failure = None
    try:
        result = function(*args, **kwargs)
    except BaseException as exception:
        failure = exception, _quote(exception)
    try:
        answer = ForkingPickler.dumps((result, failure, is_last))
    except BaseException as exception:
        answer = ForkingPickler.dumps((None, (exception, _quote(exception)), is_last))
    pipe.send_bytes(answer)


# Here.

class _Call:
    """What to call, and the future that waits for it."""

    __slots__ = ('future', 'function', 'args', 'kwargs')

    def __init__(self, future, function, args, kwargs):
        self.future, self.function, self.args, self.kwargs = future, function, args, kwargs


class _Worker:
    """A worker, seen from here: its process, our end of the pipe, and what it does."""

    def __init__(self, crew):
        self.pipe, theirs = crew.context.Pipe()
        self.process = crew.context.Process(target=_process_worker,
                                            args=(theirs, crew.initializer, crew.initargs, crew.max_tasks))
        try:
            self.process.start()
        finally:
            theirs.close()
        self.future = None          # of the call that it makes

    @property
    def is_free(self):
        """Could it take a call? It need not have begun: the call waits in the pipe."""
        return self.future is None


class _ThreadWakeup:
    """Ends the wait of the manager. It can be made many times in a row; the manager sees it once."""

    def __init__(self):
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._writer, False)
        self._is_closed = False
        self._lock = threading.Lock()

    def fileno(self):
        """What to wait for."""
        return self._reader

    def wakeup(self):
        """Wake the manager."""
        with self._lock:
            if not self._is_closed:
                try:
                    os.write(self._writer, b'w')
                except BlockingIOError:
                    pass    # it has been told often enough

    def clear(self):
        """The manager has woken."""
        os.read(self._reader, 65536)

    def close(self):
        """Nobody is to be woken any more."""
        with self._lock:
            if not self._is_closed:
                self._is_closed = True
                os.close(self._reader)
                os.close(self._writer)


class _Crew:
    """What an executor and its manager share. The manager does not hold the executor: it may be dropped."""

    def __init__(self, context, max_workers, initializer, initargs, max_tasks):
        self.context = context
        self.max_workers = max_workers
        self.initializer, self.initargs, self.max_tasks = initializer, initargs, max_tasks
        self.lock = threading.Lock()
        self.wakeup = _ThreadWakeup()
        self.pending = deque()
        self.workers = {}           # by the numbers of their processes
        self.processes = {}         # the same, for those who ask the executor
        self.idle = 0               # how many of them wait for the next call
        self.broken = False         # or what is the matter
        self.is_dismissed = False

    def join_thread(self):
        """Wait until all calls have been given to workers, and the crew is dismissed."""
        if (manager := _crews.get(self)) is not None:
            manager.join()

    def enlist(self):
        """Make a worker for a call, unless one has nothing to do. The caller holds the lock."""
        if self.idle:
            self.idle -= 1
        elif len(self.workers) < self.max_workers:
            worker = _Worker(self)
            self.workers[worker.process.pid] = worker
            self.processes[worker.process.pid] = worker.process

    def note_end(self, worker, is_last):
        """A worker has made its call; after the last one it may make, it ends."""
        if is_last:
            worker.pipe.close()
            worker.process.join()
        with self.lock:
            if is_last:
                del self.workers[worker.process.pid], self.processes[worker.process.pid]
                if self.pending and not any(each.is_free for each in self.workers.values()):
                    self.enlist()
            else:
                worker.future = None
                # Not more than are free now: some calls were pending.
                self.idle = max(0, sum(each.is_free for each in self.workers.values()) - len(self.pending))

    def dismiss(self, cancel=False):
        """No more calls will come; those that are pending may be cancelled."""
        with self.lock:
            is_news, self.is_dismissed = not self.is_dismissed, True
            cancelled = list(self.pending) if cancel else ()
            if cancel:
                self.pending.clear()
        for call in cancelled:
            call.future.cancel()
            call.future.set_running_or_notify_cancel()
        if is_news:
            self.wakeup.wakeup()


class _ExecutorManagerThread(threading.Thread):
    """Gives calls to workers, and results to futures."""

    def __init__(self, crew):
        super().__init__()
        self._crew = crew

    def run(self):
        """Until the crew is dismissed and nothing is left to do, or a worker has gone."""
        crew = self._crew
        try:
            self._manage(crew)
        finally:
            crew.wakeup.close()
            _crews.pop(crew, None)

    def _manage(self, crew):
        while True:
            self._give(crew)
            if (crew.is_dismissed or _program_ends) and not crew.pending and all(worker.is_free for worker in crew.workers.values()):
                return self._end(crew)
            with crew.lock:
                by_pipe = {worker.pipe: worker for worker in crew.workers.values()}
            for ready in wait([*by_pipe, crew.wakeup]):
                if ready is crew.wakeup:
                    crew.wakeup.clear()
                elif not self._take(crew, by_pipe[ready]):
                    return None

    def _give(self, crew):
        while True:
            with crew.lock:
                worker = next((each for each in crew.workers.values() if each.is_free), None)
                if worker is None or not crew.pending:
                    return
                call = crew.pending.popleft()
                if not call.future.set_running_or_notify_cancel():
                    continue
                worker.future = call.future
            try:
                data = ForkingPickler.dumps((call.function, call.args, call.kwargs))
            except Exception as exception:
                exception.__cause__ = _quote(exception)
                worker.future = None
                call.future.set_exception(exception)
                continue
            try:
                worker.pipe.send_bytes(data)
            except (BrokenPipeError, ConnectionResetError):
                return      # it has gone; its pipe will tell

    def _take(self, crew, worker):
        """What a worker has said; False when that was the last word of the crew."""
        try:
            result, failure, is_last = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            return self._break(crew)
        except BaseException as exception:
            return self._break(crew, _quote(exception, "'''"))
        future = worker.future
        crew.note_end(worker, is_last)
        if failure is None:
            future.set_result(result)
        else:
            exception, exception.__cause__ = failure
            future.set_exception(exception)
        return True

    def _end(self, crew):
        with crew.lock:
            crew.is_dismissed = True
            workers = list(crew.workers.values())
        for worker in workers:
            worker.pipe.close()
        for worker in workers:
            worker.process.join()

    def _break(self, crew, cause=None):
        """A worker has gone: what it was doing is not known, so nothing that was submitted will be done."""
        with crew.lock:
            crew.broken = 'A child process terminated abruptly, the process pool is not usable anymore'
            workers = list(crew.workers.values())
            futures = [worker.future for worker in workers if worker.future is not None]
            futures += [call.future for call in crew.pending if call.future.set_running_or_notify_cancel()]
            crew.pending.clear()
        for future in futures:
            failure = BrokenProcessPool('A process in the process pool was terminated abruptly '
                                        'while the future was running or pending.')
            failure.__cause__ = cause
            future.set_exception(failure)
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.process.join()
            worker.pipe.close()
        return False


class ProcessPoolExecutor(_base.Executor):
    """Runs calls in processes, at most max_workers of them: made as they are needed, ended by shutdown().

    What is called, its arguments and its results are pickled. Each worker makes at most max_tasks_per_child calls.
    """

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        _check_system_limits()
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        _base._check_workers(max_workers, initializer)
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
        if mp_context is None:
            mp_context = multiprocessing.get_context('spawn' if max_tasks_per_child is not None else None)
        self._max_workers, self._mp_context = max_workers, mp_context
        self._call_queue = self._crew = _Crew(mp_context, max_workers, initializer, initargs, max_tasks_per_child)
        self._processes = self._crew.processes
        self._executor_manager_thread = None
        self._shutdown_thread = False
        weakref.finalize(self, self._crew.dismiss).atexit = False

    @property
    def _broken(self):
        return self._crew.broken

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called in a process, and return a future of it."""
        crew = self._crew
        with crew.lock:
            if crew.broken:
                raise BrokenProcessPool(crew.broken)
            if crew.is_dismissed or _program_ends:
                raise RuntimeError(f'cannot schedule new futures after {"" if crew.is_dismissed else "interpreter "}shutdown')
            future = _base.Future()
            crew.pending.append(_Call(future, fn, args, kwargs))
            crew.enlist()
            if self._executor_manager_thread is None:
                self._executor_manager_thread = _crews[crew] = _ExecutorManagerThread(crew)
                self._executor_manager_thread.start()
        crew.wakeup.wakeup()
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like map(), but the calls run beside each other, and chunksize of them are one for the processes.

        The results come in the order of the calls; those that are not there timeout seconds from now raise TimeoutError.
        """
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        chunks = super().map(partial(_map_chunk, fn), _chunks(zip(*iterables), chunksize), timeout=timeout)
        return _flatten(chunks)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; processes end when all are done. See Executor.shutdown()."""
        self._shutdown_thread = True
        self._crew.dismiss(cancel_futures)
        if self._executor_manager_thread is None:
            self._crew.wakeup.close()
        elif wait:
            self._executor_manager_thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__


def _chunks(calls, size):
    while chunk := tuple(islice(calls, size)):
        yield chunk


def _map_chunk(function, chunk):
    return [function(*args) for args in chunk]


def _flatten(chunks):
    """The results one by one, none of which is held here."""
    for results in chunks:
        results.reverse()
        while results:
            yield results.pop()


def _end_crews():
    """The program ends: what was submitted is done, and waited for."""
    global _program_ends
    _program_ends = True
    managers = list(_crews.items())
    for crew, _ in managers:
        crew.wakeup.wakeup()
    for _, manager in managers:
        manager.join()


threading._register_atexit(_end_crews)
