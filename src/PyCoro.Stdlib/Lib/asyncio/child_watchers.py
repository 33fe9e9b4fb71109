"""Watchers: how a loop hears of the end of a child process (library reference: Process Watchers).

Each keeps for every child a report, a function to be called with how it ended. They differ in what wakes them: a thread for
each child, a descriptor that stands for it, or SIGCHLD, upon which they look which of their children it was.
"""

import itertools
import os
import threading
import warnings

from . import events
from . import unix_events

# What is told of a child whose end somebody else has waited for.
_UNKNOWN = 255


def _reap(pid, flags=os.WNOHANG):
    """How the child ended; None while it runs."""
    try:
        found, status = os.waitpid(pid, flags)
    except ChildProcessError:
        unix_events.logger.warning('Unknown child process pid %d, will report returncode %d', pid, _UNKNOWN)
        return _UNKNOWN
    return unix_events.waitstatus_to_exitcode(status) if found else None


def _log_end(loop, pid, returncode):
    if loop is not None and loop.get_debug():
        unix_events.logger.debug('process %s exited with returncode %s', pid, returncode)


def _report_to(callback, pid, args):
    return lambda returncode: callback(pid, returncode, *args)


def _report_in(loop, callback, pid, args):
    """The same from any thread, into a loop."""
    def report(returncode):
        if loop.is_closed():
            unix_events.logger.warning('Loop %r that handles pid %r is closed', loop, pid)
        else:
            _log_end(loop, pid, returncode)
            loop.call_soon_threadsafe(callback, pid, returncode, *args)
    return report


class AbstractChildWatcher:
    """What a watcher can do. A child is started inside `with watcher:`."""

    def __enter__(self):
        raise NotImplementedError

    def __exit__(self, *exc_info):
        raise NotImplementedError

    def is_active(self):
        """Tell whether the watcher works."""
        raise NotImplementedError

    def attach_loop(self, loop):
        """Work in a loop, or in none for None."""
        raise NotImplementedError

    def close(self):
        """Give back what the watcher uses."""
        raise NotImplementedError

    def add_child_handler(self, pid, callback, *args):
        """Call callback(pid, returncode, *args) when the child ends; it must be thread-safe."""
        raise NotImplementedError

    def remove_child_handler(self, pid):
        """Forget the child; tell whether it was known."""
        raise NotImplementedError


class _Unconcerned(AbstractChildWatcher):
    """One to which it makes no difference that a child is being started."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


class _InLoop(AbstractChildWatcher):
    """One that works in a loop of its own, attached to it."""

    _loop = None

    def __init__(self):
        self._callbacks = {}

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def close(self):
        self.attach_loop(None)

    def attach_loop(self, loop):
        if self._callbacks and self._loop is not None and loop is None:
            warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
        if self._loop is not None:
            self._leave(self._loop)
        self._loop = loop
        if loop is not None:
            self._enter(loop)

    def _leave(self, loop):
        raise NotImplementedError

    def _enter(self, loop):
        raise NotImplementedError


class PidfdChildWatcher(_InLoop, _Unconcerned):
    """Has the loop watch a descriptor that stands for the child (Linux)."""

    def __init__(self):
        super().__init__()
        self._descriptors = {}

    def _enter(self, loop):
        """Children are watched as they come."""

    def _leave(self, loop):
        while self._callbacks:
            self.remove_child_handler(next(iter(self._callbacks)))

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = _report_to(callback, pid, args)
        if pid not in self._descriptors:
            self._descriptors[pid] = descriptor = os.pidfd_open(pid)
            self._loop._add_reader(descriptor, self._has_ended, pid)

    def remove_child_handler(self, pid):
        return self._stop_watching(pid) is not None

    def _stop_watching(self, pid):
        """The report of a child that is watched, no more from now on."""
        descriptor = self._descriptors.pop(pid, None)
        if descriptor is not None:
            self._loop._remove_reader(descriptor)
            os.close(descriptor)
        return self._callbacks.pop(pid, None)

    def _has_ended(self, pid):
        report = self._stop_watching(pid)
        report(_reap(pid, 0))


class BaseChildWatcher(_InLoop):
    """Looks after children whenever the loop gets SIGCHLD."""

    def _do_waitpid(self, expected_pid):
        raise NotImplementedError

    def _do_waitpid_all(self):
        raise NotImplementedError

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        super().attach_loop(loop)

    def _leave(self, loop):
        import signal
        loop.remove_signal_handler(signal.SIGCHLD)

    def _enter(self, loop):
        import signal
        loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
        # Some may have ended before the signal was heard.
        self._do_waitpid_all()

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _sig_chld(self):
        # Whatever is wrong, the handler of the signal must live on.
        try:
            self._do_waitpid_all()
        except Exception as error:
            self._loop.call_exception_handler({'message': 'Unknown exception in SIGCHLD handler', 'exception': error})


class SafeChildWatcher(BaseChildWatcher, _Unconcerned):
    """Asks for each child by its own id: others can wait for theirs. Costs a call for each child at each SIGCHLD."""

    def close(self):
        self._callbacks.clear()
        super().close()

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = _report_to(callback, pid, args)
        # It may have ended already.
        self._do_waitpid(pid)

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        returncode = _reap(expected_pid)
        if returncode is not None and (report := self._callbacks.pop(expected_pid, None)) is not None:
            _log_end(self._loop, expected_pid, returncode)
            report(returncode)


class FastChildWatcher(BaseChildWatcher):
    """Takes whichever child has ended, and so also those of others. Costs one call for each child that ends."""

    def __init__(self):
        super().__init__()
        # How many are just starting a child: somebody else's end may be that of theirs, for which nobody has asked yet.
        self._starting = 0
        self._zombies = {}
        self._guard = threading.Lock()

    def close(self):
        for known in (self._callbacks, self._zombies):
            known.clear()
        super().close()

    def __enter__(self):
        self._count(+1)
        return self

    def __exit__(self, *exc_info):
        unclaimed = self._count(-1)
        if unclaimed:
            unix_events.logger.warning('Caught subprocesses termination from unknown pids: %s', unclaimed)

    def _count(self, change):
        """Take note of one more or less; gives those that nobody can ask for any more, as text."""
        with self._guard:
            self._starting += change
            if self._starting or not self._zombies:
                return ''
            unclaimed, _ = str(self._zombies), self._zombies.clear()
            return unclaimed

    def add_child_handler(self, pid, callback, *args):
        assert self._starting, 'Must use the context manager'
        report = _report_to(callback, pid, args)
        with self._guard:
            returncode = self._zombies.pop(pid, None)
            if returncode is None:
                self._callbacks[pid] = report
        if returncode is not None:
            report(returncode)

    def _do_waitpid_all(self):
        try:
            while (end := os.waitpid(-1, os.WNOHANG))[0]:
                self._has_ended(end[0], unix_events.waitstatus_to_exitcode(end[1]))
        except ChildProcessError:
            # There are none left.
            pass

    def _has_ended(self, pid, returncode):
        with self._guard:
            report = self._callbacks.pop(pid, None)
            if report is None and self._starting:
                self._zombies[pid] = returncode
                return
        if report is not None:
            _log_end(self._loop, pid, returncode)
            report(returncode)
        else:
            unix_events.logger.warning('Caught subprocess termination from unknown pid: %d -> %d', pid, returncode)


class MultiLoopChildWatcher(_Unconcerned):
    """Has a signal handler of its own for SIGCHLD, and so serves loops in any thread."""

    # What handled the signal before.
    _previous = None

    def __init__(self):
        self._callbacks = {}
        self._heard = 0

    def is_active(self):
        return self._previous is not None

    def attach_loop(self, loop):
        # The loop is that of who adds a handler; the signal is caught from now on.
        if self.is_active():
            return
        import signal
        self._previous = signal.signal(signal.SIGCHLD, self._sig_chld)
        if self._previous is None:
            unix_events.logger.warning('Previous SIGCHLD handler was set by non-Python code, restore to default handler on watcher close.')
            self._previous = signal.SIG_DFL
        signal.siginterrupt(signal.SIGCHLD, False)

    def close(self):
        self._callbacks.clear()
        previous, self._previous = self._previous, None
        if previous is None:
            return
        import signal
        if signal.getsignal(signal.SIGCHLD) == self._sig_chld:
            signal.signal(signal.SIGCHLD, previous)
        else:
            unix_events.logger.warning('SIGCHLD handler was changed by outside code')

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = _report_in(events.get_running_loop(), callback, pid, args)
        self._look_after(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _sig_chld(self, signum, frame):
        self._heard += 1
        # What fails here would come out of whatever the main thread is doing.
        try:
            for pid in list(self._callbacks):
                self._look_after(pid)
        except Exception:
            unix_events.logger.warning('Unknown exception in SIGCHLD handler', exc_info=True)

    def _look_after(self, pid):
        # The signal may be handled in the midst of this. So that nobody asks twice how a child ended, its report is taken
        # out meanwhile; and who has taken it out asks again for those who found it missing.
        while (report := self._callbacks.pop(pid, None)) is not None:
            heard = self._heard
            returncode = _reap(pid)
            if returncode is not None:
                report(returncode)
                return
            self._callbacks[pid] = report
            if heard == self._heard:
                return


class ThreadedChildWatcher(_Unconcerned):
    """Waits for each child in a thread of its own; the default."""

    def __init__(self):
        self._numbers = itertools.count()
        self._threads = {}

    def is_active(self):
        return True

    def attach_loop(self, loop):
        """The loop is that of who adds a handler."""

    def close(self):
        """The threads end with the children."""

    def add_child_handler(self, pid, callback, *args):
        report = _report_in(events.get_running_loop(), callback, pid, args)
        name = f'asyncio-waitpid-{next(self._numbers)}'
        self._threads[pid] = threading.Thread(target=self._wait_for, args=(pid, report), name=name, daemon=True)
        self._threads[pid].start()

    def remove_child_handler(self, pid):
        # A thread that waits cannot be stopped; it is told to nobody that a child was forgotten.
        return True

    def _wait_for(self, pid, report):
        returncode = _reap(pid, 0)
        self._threads.pop(pid, None)
        report(returncode)

    def __del__(self, warn=warnings.warn):
        if any(thread.is_alive() for thread in list(self._threads.values())):
            warn(f'{type(self)} has registered but not finished child processes', ResourceWarning, source=self)
