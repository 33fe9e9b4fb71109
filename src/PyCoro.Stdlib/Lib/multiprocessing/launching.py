"""A child process: how it is started, and what its parent holds of it.

The child is the same program, told to run multiprocessing.spawn. It reads from a pipe what it needs to know of its parent,
and the process object. The writing end of that pipe stays open here, so that the child sees when its parent has ended; the
writing end of another one is open in the child only, so that it is seen when the child has.
"""

import os
import signal

from multiprocessing import context, reduction, spawn


class Child:
    """The process of a process object."""

    def __init__(self, process_object):
        self._status = None
        self._inherited = []
        data = self._pickle(process_object)
        self.sentinel, ended = os.pipe()
        instructions, self._alive = os.pipe()
        try:
            self._inherited += [ended, instructions]
            self.pid = _launch(spawn.get_command_line(parent_pid=os.getpid(), pipe_handle=instructions), self._inherited)
        finally:
            for descriptor in (ended, instructions):
                os.close(descriptor)
        try:
            with open(self._alive, 'wb', closefd=False) as pipe:
                pipe.write(data)
        except BrokenPipeError:
            pass    # it has ended already; its status tells

    def _pickle(self, process_object):
        context.set_spawning_popen(self)
        try:
            preparation = reduction.ForkingPickler.dumps(
                spawn.get_preparation_data(process_object._name, process_object._start_method))
            return preparation + reduction.ForkingPickler.dumps(process_object)
        finally:
            context.set_spawning_popen(None)

    def __del__(self):
        self.close()

    def close(self):
        """Give the descriptors back."""
        for name in ('sentinel', '_alive'):
            if (descriptor := self.__dict__.pop(name, None)) is not None:
                os.close(descriptor)

    def duplicate_for_child(self, descriptor):
        """Called while the process object is pickled: the child gets the descriptor, with the same number."""
        self._inherited.append(descriptor)
        return descriptor

    def poll(self):
        """The status it ended with, or None."""
        return self._ask(os.WNOHANG)

    def wait(self, timeout=None):
        """Wait for its end, at most timeout seconds; its status, or None."""
        if self._status is None and timeout is not None:
            from multiprocessing.connection import wait
            if not wait([self.sentinel], max(0.0, timeout)):
                return None
        # It ends when its descriptor is closed, or just after that.
        return self._ask(0)

    def terminate(self):
        """SIGTERM."""
        self._send(signal.SIGTERM)

    def kill(self):
        """SIGKILL."""
        self._send(signal.SIGKILL)

    def _ask(self, options):
        if self._status is None:
            try:
                pid, status = os.waitpid(self.pid, options)
            except ChildProcessError:
                return self._status     # somebody else has been told
            if pid == self.pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def _send(self, number):
        if self.poll() is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass


def _launch(command, descriptors):
    """Starts a program that has these descriptors and the three standard ones."""
    import _posixsubprocess
    failed, fails = os.pipe()
    try:
        return _posixsubprocess.fork_exec(
            [os.fsencode(word) for word in command], [os.fsencode(command[0])], True, tuple(sorted(map(int, descriptors))),
            None, None, -1, -1, -1, -1, -1, -1, failed, fails, False, False, -1, None, None, None, -1, None, False)
    finally:
        os.close(failed)
        os.close(fails)
