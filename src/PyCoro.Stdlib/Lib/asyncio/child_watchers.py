"""Watchers: how a loop hears of the end of a child process (library reference: Process Watchers)."""

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
    return None if found == 0 else unix_events.waitstatus_to_exitcode(status)


def _log_end(loop, pid, returncode):
    if loop.get_debug():
        unix_events.logger.debug('process %s exited with returncode %s', pid, returncode)


class AbstractChildWatcher:
    """What a watcher can do. A child is started inside `with watcher:`."""

    def add_child_handler(self, pid, callback, *args):
        """Call callback(pid, returncode, *args) when the child ends; it must be thread-safe."""
        raise NotImplementedError

    def remove_child_handler(self, pid):
        """Forget the child; tell whether it was known."""
        raise NotImplementedError

    def attach_loop(self, loop):
        """Work in a loop, or in none for None."""
        raise NotImplementedError

    def close(self):
        """Give back what the watcher uses."""
        raise NotImplementedError

    def is_active(self):
        """Tell whether the watcher works."""
        raise NotImplementedError

    def __enter__(self):
        raise NotImplementedError

    def __exit__(self, *exc_info):
        raise NotImplementedError


class PidfdChildWatcher(AbstractChildWatcher):
    """Has the loop watch a descriptor that stands for the child (Linux)."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def close(self):
        self.attach_loop(None)

    def attach_loop(self, loop):
        if self._loop is not None and loop is None and self._callbacks:
            warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
        for pidfd, _, _ in self._callbacks.values():
            self._loop._remove_reader(pidfd)
            os.close(pidfd)
        self._callbacks.clear()
        self._loop = loop

    def add_child_handler(self, pid, callback, *args):
        known = self._callbacks.get(pid)
        if known is not None:
            self._callbacks[pid] = known[0], callback, args
            return
        pidfd = os.pidfd_open(pid)
        self._loop._add_reader(pidfd, self._do_wait, pid)
        self._callbacks[pid] = pidfd, callback, args

    def remove_child_handler(self, pid):
        try:
            pidfd, _, _ = self._callbacks.pop(pid)
        except KeyError:
            return False
        self._loop._remove_reader(pidfd)
        os.close(pidfd)
        return True

    def _do_wait(self, pid):
        pidfd, callback, args = self._callbacks.pop(pid)
        self._loop._remove_reader(pidfd)
        returncode = _reap(pid, 0)
        os.close(pidfd)
        callback(pid, returncode, *args)


class BaseChildWatcher(AbstractChildWatcher):
    """Looks after children whenever the loop gets SIGCHLD."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def _do_waitpid(self, expected_pid):
        raise NotImplementedError

    def _do_waitpid_all(self):
        raise NotImplementedError

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        import signal
        if self._loop is not None and loop is None and self._callbacks:
            warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
        if self._loop is not None:
            self._loop.remove_signal_handler(signal.SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
            # Some may have ended before the signal was heard.
            self._do_waitpid_all()

    def _sig_chld(self):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            # The loop would drop the handler of a signal that fails.
            self._loop.call_exception_handler({
                'message': 'Unknown exception in SIGCHLD handler',
                'exception': error,
            })


class SafeChildWatcher(BaseChildWatcher):
    """Asks for each child by its own id: others can wait for theirs. Costs a call for each child at each SIGCHLD."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def close(self):
        self._callbacks.clear()
        super().close()

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = callback, args
        # It may have ended already.
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        returncode = _reap(expected_pid)
        if returncode is None:
            return
        if returncode != _UNKNOWN and self._loop is not None:
            _log_end(self._loop, expected_pid, returncode)
        known = self._callbacks.pop(expected_pid, None)
        if known is not None:
            callback, args = known
            callback(expected_pid, returncode, *args)


class FastChildWatcher(BaseChildWatcher):
    """Takes whichever child has ended, and so also those of others. Costs one call for each child that ends."""

    def __init__(self):
        super().__init__()
        self._lock = threading.Lock()
        # Children that ended while others were being started: by now nobody may have asked for them.
        self._zombies = {}
        self._forks = 0

    def close(self):
        self._callbacks.clear()
        self._zombies.clear()
        super().close()

    def __enter__(self):
        with self._lock:
            self._forks += 1
            return self

    def __exit__(self, *exc_info):
        with self._lock:
            self._forks -= 1
            if self._forks or not self._zombies:
                return
            unclaimed = str(self._zombies)
            self._zombies.clear()
        unix_events.logger.warning('Caught subprocesses termination from unknown pids: %s', unclaimed)

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, 'Must use the context manager'
        with self._lock:
            if pid not in self._zombies:
                self._callbacks[pid] = callback, args
                return
            returncode = self._zombies.pop(pid)
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._ended(pid, unix_events.waitstatus_to_exitcode(status))

    def _ended(self, pid, returncode):
        with self._lock:
            known = self._callbacks.pop(pid, None)
            if known is None and self._forks:
                self._zombies[pid] = returncode
                return
        if known is None:
            unix_events.logger.warning('Caught subprocess termination from unknown pid: %d -> %d', pid, returncode)
            return
        if self._loop is not None:
            _log_end(self._loop, pid, returncode)
        callback, args = known
        callback(pid, returncode, *args)


class MultiLoopChildWatcher(AbstractChildWatcher):
    """Has a signal handler of its own for SIGCHLD, and so serves loops in any thread."""

    def __init__(self):
        self._callbacks = {}
        self._saved_sighandler = None

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def is_active(self):
        return self._saved_sighandler is not None

    def close(self):
        self._callbacks.clear()
        if self._saved_sighandler is None:
            return
        import signal
        if signal.getsignal(signal.SIGCHLD) == self._sig_chld:
            signal.signal(signal.SIGCHLD, self._saved_sighandler)
        else:
            unix_events.logger.warning('SIGCHLD handler was changed by outside code')
        self._saved_sighandler = None

    def attach_loop(self, loop):
        # The loop is that of who adds a handler; the signal is caught from now on.
        import signal
        if self._saved_sighandler is not None:
            return
        self._saved_sighandler = signal.signal(signal.SIGCHLD, self._sig_chld)
        if self._saved_sighandler is None:
            unix_events.logger.warning('Previous SIGCHLD handler was set by non-Python code, restore to default handler on watcher close.')
            self._saved_sighandler = signal.SIG_DFL
        signal.siginterrupt(signal.SIGCHLD, False)

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = events.get_running_loop(), callback, args
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _sig_chld(self, signum, frame):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            unix_events.logger.warning('Unknown exception in SIGCHLD handler', exc_info=True)

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        returncode = _reap(expected_pid)
        known = None if returncode is None else self._callbacks.pop(expected_pid, None)
        if known is None:
            return
        loop, callback, args = known
        if loop.is_closed():
            unix_events.logger.warning('Loop %r that handles pid %r is closed', loop, expected_pid)
            return
        _log_end(loop, expected_pid, returncode)
        loop.call_soon_threadsafe(callback, expected_pid, returncode, *args)


class ThreadedChildWatcher(AbstractChildWatcher):
    """Waits for each child in a thread of its own; the default."""

    def __init__(self):
        self._pid_counter = itertools.count()
        self._threads = {}

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def __del__(self, warn=warnings.warn):
        running = [thread for thread in list(self._threads.values()) if thread.is_alive()]
        if running:
            warn(f'{type(self)} has registered but not finished child processes', ResourceWarning, source=self)

    def add_child_handler(self, pid, callback, *args):
        thread = threading.Thread(target=self._do_waitpid, name=f'asyncio-waitpid-{next(self._pid_counter)}',
                                  args=(events.get_running_loop(), pid, callback, args), daemon=True)
        self._threads[pid] = thread
        thread.start()

    def remove_child_handler(self, pid):
        # A thread that waits cannot be stopped; it is told to nobody that a child was forgotten.
        return True

    def _do_waitpid(self, loop, expected_pid, callback, args):
        assert expected_pid > 0
        returncode = _reap(expected_pid, 0)
        if returncode != _UNKNOWN:
            _log_end(loop, expected_pid, returncode)
        if loop.is_closed():
            unix_events.logger.warning('Loop %r that handles pid %r is closed', loop, expected_pid)
        else:
            loop.call_soon_threadsafe(callback, expected_pid, returncode, *args)
        self._threads.pop(expected_pid)
