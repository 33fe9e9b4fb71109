"""Child processes (library reference: subprocess).

run() runs a program and waits for its end; Popen starts one that can be talked to meanwhile. The rest is older, and made
of these two.
"""

import os

from ._commandline import _args_from_interpreter_flags, _optim_args_from_interpreter_flags, list2cmdline
from ._outcomes import CalledProcessError, CompletedProcess, SubprocessError, TimeoutExpired
from ._popen import Popen, _active, _cleanup
from ._wiring import DEVNULL, PIPE, STDOUT

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']

for _class in (CalledProcessError, CompletedProcess, SubprocessError, TimeoutExpired, Popen):
    _class.__module__ = __name__
del _class

# The class of selectors, of the module of that name, with which communicate() waits; None for PollSelector.
_PopenSelector = None


def _selector_class():
    if _PopenSelector is not None:
        return _PopenSelector
    from selectors import PollSelector
    return PollSelector


class _Supervised:
    """`with` it a child is killed when what is done with it fails; in the end it is waited for."""

    def __init__(self, popenargs, kwargs):
        self._child = Popen(*popenargs, **kwargs)

    def __enter__(self):
        return self._child

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self._child.kill()
        self._child.__exit__(kind, value, traceback)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program, wait for its end, and give a CompletedProcess.

    Its output is part of it with capture_output, or with PIPE for stdout or stderr. With check a status other than 0 raises
    CalledProcessError; TimeoutExpired is raised when it takes longer than timeout seconds, after which it is killed.
    input, bytes or text, is what the program reads. The other arguments are those of Popen.
    """
    wishes = dict(kwargs)
    if input is not None:
        _claim(wishes, 'stdin', 'stdin and input arguments may not both be used.')
    if capture_output:
        _claim(wishes, ('stdout', 'stderr'), 'stdout and stderr arguments may not be used with capture_output.')
    with _Supervised(popenargs, wishes) as child:
        output, errors = child.communicate(input, timeout=timeout)
    if check and child.returncode:
        raise CalledProcessError(child.returncode, child.args, output=output, stderr=errors)
    return CompletedProcess(child.args, child.returncode, output, errors)


def _claim(wishes, streams, complaint):
    """Ask for pipes where nothing else was asked for."""
    streams = (streams,) if isinstance(streams, str) else streams
    if any(wishes.get(stream) is not None for stream in streams):
        raise ValueError(complaint)
    wishes.update(dict.fromkeys(streams, PIPE))


def call(*popenargs, timeout=None, **kwargs):
    """Run a program, wait for its end, and give its status. The arguments are those of Popen."""
    with _Supervised(popenargs, kwargs) as child:
        return child.wait(timeout=timeout)


def check_call(*popenargs, **kwargs):
    """Run a program, wait for its end, and raise CalledProcessError when its status is not 0. The arguments are those of call()."""
    if status := call(*popenargs, **kwargs):
        raise CalledProcessError(status, kwargs['args'] if 'args' in kwargs else popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program and give its output; CalledProcessError when its status is not 0.

    input is what it reads: nothing, when it is None. stderr=STDOUT makes its errors part of the output. The other arguments
    are those of Popen, but stdout.
    """
    for argument in ('stdout', 'check'):
        if argument in kwargs:
            raise ValueError(f'{argument} argument not allowed, it will be overridden.')
    if kwargs.get('input', '') is None:
        is_text = any(kwargs.get(name) for name in ('text', 'universal_newlines', 'encoding', 'errors'))
        kwargs['input'] = '' if is_text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a command of the shell; give its status and its output, errors included, as text without the last newline."""
    outcome = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors)
    return outcome.returncode, outcome.stdout.removesuffix('\n')


def getoutput(cmd, *, encoding=None, errors=None):
    """The same without the status."""
    _, output = getstatusoutput(cmd, encoding=encoding, errors=errors)
    return output
