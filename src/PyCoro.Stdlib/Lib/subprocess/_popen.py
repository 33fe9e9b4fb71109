"""A child process (library reference: subprocess, Popen Objects)."""

import io
import os
import sys
import warnings
from _thread import allocate_lock
from types import GenericAlias

import _processes

from . import _exchange, _launching
from ._outcomes import TimeoutExpired, SubprocessError
from ._wiring import Wiring

# How long a child that is waited for may take to end by itself after Ctrl-C, which it has got as well.
_GRACE = 0.25

_PREPARATIONS = {os.setsid: {'start_new_session': True}, os.setpgrp: {'process_group': 0}}

# Children that run although nobody holds them any more: their ends are taken note of when others are started.
_active = []


def _cleanup():
    """Forget those of them that have ended."""
    for child in _active[:]:
        if child.poll() is not None and child in _active:
            _active.remove(child)


class Popen:
    """Execute a child program in a new process.

    Arguments:
      args: A string, or a sequence of program arguments.
      bufsize: The buffering of the file objects made of pipes, as for open().
      executable: A replacement program to execute.
      stdin, stdout, stderr: What the child's standard streams are: None for those of this process, PIPE, DEVNULL, a
          descriptor, or a file object; STDOUT for stderr to be the same as stdout.
      preexec_fn: os.setsid or os.setpgrp; other functions cannot run in the child.
      close_fds, pass_fds: Whether the child gets no other descriptors, and which it gets nevertheless.
      shell: If true, the command will be executed through the shell.
      cwd: The folder in which the child starts.
      env: The environment variables of the child.
      text, universal_newlines, encoding, errors: Whether pipes carry text, and how it is coded.
      startupinfo and creationflags: Windows only.
      restore_signals: Whether the signals that Python ignores mean to the child what they do by default.
      start_new_session, process_group: Whether the child leads a session, and of which process group it is.
      user, group, extra_groups, umask: As whom, and with what mask for new files, the child runs.
      pipesize: The size of pipes.

    Attributes:
        stdin, stdout, stderr, pid, returncode
    """

    __class_getitem__ = classmethod(GenericAlias)

    # For __del__, when __init__ does not get so far.
    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0,
                 restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None,
                 encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        _cleanup()
        # Held while the status of the child is taken: only one can have it.
        self._reaping = allocate_lock()
        self._exchange = None
        self._communication_started = False
        self._interrupted = False
        if bufsize is None:
            bufsize = -1
        for name, number in (('bufsize', bufsize), ('pipesize', -1 if pipesize is None else pipesize)):
            if not isinstance(number, int):
                raise TypeError(f'{name} must be an integer')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        if pass_fds and not close_fds:
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning, stacklevel=2)
            close_fds = True
        if text is not None and universal_newlines is not None and bool(text) != bool(universal_newlines):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but different. '
                                  'Pass one or the other.')
        self.args = args
        self.stdin = self.stdout = self.stderr = self.pid = self.returncode = None
        self.encoding, self.errors = encoding, errors
        self.pipesize = -1 if pipesize is None else pipesize
        self.text_mode = bool(encoding or errors or text or universal_newlines) or None
        identity = {
            'user': None if user is None else _launching.user_id(user),
            'group': None if group is None else _launching.group_id(group),
            'extra_groups': None if extra_groups is None else _launching.group_ids(extra_groups),
            'umask': umask,
        }
        place = {'cwd': cwd, 'env': env, 'restore_signals': restore_signals,
                 'start_new_session': start_new_session, 'process_group': process_group, **_prepared(preexec_fn)}
        wiring = Wiring(stdin, stdout, stderr, self.pipesize)
        try:
            self._open_pipes(wiring, bufsize)
            self._execute_child(args, executable, shell, wiring, close_fds, pass_fds, place, identity)
        except BaseException:
            self._give_up(wiring)
            raise
        wiring.release()

    def _open_pipes(self, wiring, bufsize):
        if self.text_mode and bufsize == 1:
            # Of lines there are only some in text.
            line_buffering, bufsize = True, -1
        else:
            line_buffering = False
        if self.text_mode and self.encoding is None:
            self.encoding = io.text_encoding(None, 4)
        for stream, (name, mode) in enumerate((('stdin', 'wb'), ('stdout', 'rb'), ('stderr', 'rb'))):
            if wiring.ours[stream] < 0:
                continue
            file = io.open(wiring.ours[stream], mode, bufsize)
            # From here on it is the file that closes it.
            wiring.ours[stream] = -1
            setattr(self, name, file)
            if self.text_mode:
                how = {'write_through': True, 'line_buffering': line_buffering} if stream == 0 else {}
                setattr(self, name, io.TextIOWrapper(file, encoding=self.encoding, errors=self.errors, **how))

    def _execute_child(self, args, executable, shell, wiring, close_fds, pass_fds, place, identity):
        words, program = _launching.command(args, shell, executable)
        self.pid = _launching.launch(
            words, program, wiring.child, cwd=place['cwd'], env=place['env'], keep={int(fd) for fd in pass_fds},
            close_others=close_fds, restore_signals=place['restore_signals'], lead_session=place['start_new_session'],
            process_group=place['process_group'], **identity)
        self._child_created = True

    def _give_up(self, wiring):
        for file in (self.stdin, self.stdout, self.stderr):
            if file is not None:
                try:
                    file.close()
                except OSError:
                    # What was wrong is told by the exception on its way.
                    pass
        wiring.close()

    def __repr__(self):
        shown = f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'
        return shown if len(shown) <= 80 else shown[:76] + '...>'

    @property
    def universal_newlines(self):
        """The older name of text_mode."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for output in (self.stdout, self.stderr):
            if output:
                output.close()
        try:
            # Flushes what was written, which may fail.
            if self.stdin:
                self.stdin.close()
        finally:
            if kind is KeyboardInterrupt:
                self._let_end()
            else:
                self.wait()

    def __del__(self, _warn=warnings.warn):
        if not self._child_created or self.returncode is not None:
            return
        _warn(f'subprocess {self.pid} is still running', ResourceWarning, source=self)
        self._reap()
        if self.returncode is None and _active is not None:
            _active.append(self)

    # The end of the child.

    def poll(self):
        """Tell how the child has ended, None while it runs."""
        self._reap()
        return self.returncode

    def wait(self, timeout=None):
        """Wait until the child has ended; tell how."""
        return self._interruptible(self._wait, timeout=timeout)

    def _wait(self, timeout):
        while self.returncode is None:
            if not _processes.wait_for_end(self.pid, None if timeout is None else max(timeout, 0)):
                raise TimeoutExpired(self.args, timeout)
            with self._reaping:
                self._take_status()
        return self.returncode

    def _reap(self):
        # Who holds the lock takes the status at this moment.
        if self.returncode is None and self._reaping.acquire(False):
            try:
                self._take_status()
            finally:
                self._reaping.release()

    def _take_status(self):
        if self.returncode is not None:
            return
        try:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
        except ChildProcessError:
            # Somebody else has it, or the system keeps none: nobody will know how it was.
            self.returncode = 0
            return
        if pid == self.pid:
            self.returncode = -os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status)

    def _interruptible(self, wait, *args, **kwargs):
        try:
            return wait(*args, **kwargs)
        except KeyboardInterrupt:
            self._let_end()
            raise

    def _let_end(self):
        """After Ctrl-C: give the child a moment, once."""
        if self._interrupted:
            return
        self._interrupted = True
        try:
            self._wait(timeout=_GRACE)
        except (TimeoutExpired, KeyboardInterrupt):
            # It is somebody else's decision what becomes of it.
            pass

    # Input and output.

    def communicate(self, input=None, timeout=None):
        """Write input to the child, read what it writes until it writes no more, and wait for its end.

        Gives a tuple (stdout, stderr), with None for what is no pipe. Text in text mode, else bytes. After TimeoutExpired
        it may be called again, without input."""
        if self._communication_started and input:
            raise ValueError('Cannot send input after starting communication')
        pipes = [file for file in (self.stdin, self.stdout, self.stderr) if file]
        if timeout is None and not self._communication_started and len(pipes) <= 1:
            return self._communicate_with_one(input)
        try:
            return self._interruptible(self._communicate, input, timeout)
        finally:
            self._communication_started = True

    def _communicate_with_one(self, input):
        stdout = stderr = None
        if self.stdin:
            self._interruptible(_exchange.close_quietly, self.stdin, input)
        elif self.stdout:
            stdout = self._interruptible(self.stdout.read)
            self.stdout.close()
        elif self.stderr:
            stderr = self._interruptible(self.stderr.read)
            self.stderr.close()
        self.wait()
        return stdout, stderr

    def _communicate(self, input, timeout):
        deadline = _exchange.Deadline(timeout)
        if self._exchange is None:
            self._exchange = _exchange.Exchange(self, input)
        self._exchange.advance(sys.modules[__package__]._selector_class(), deadline)
        try:
            self._wait(timeout=deadline.left())
        except TimeoutExpired:
            raise self._exchange.expired(deadline) from None
        return self._exchange.result()

    # Signals.

    def send_signal(self, sig):
        """Send the child a signal, unless it has ended."""
        # Ended and asked for, its number may be another one's by now.
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Ask the child to end, by SIGTERM."""
        self.send_signal(15)

    def kill(self):
        """End the child, by SIGKILL."""
        self.send_signal(9)


def _prepared(preexec_fn):
    """What a function that should run in the child comes to."""
    if preexec_fn is None:
        return {}
    try:
        return _PREPARATIONS[preexec_fn]
    except (KeyError, TypeError):
        raise NotImplementedError('preexec_fn is not implemented, but for os.setsid and os.setpgrp: a .NET process cannot fork') from None
